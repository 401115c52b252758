import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/try/',
  build: {
    outDir: fileURLToPath(new URL('../../../dist/simulator', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Everything the page needs lies in its own files: `data:` addresses may be forbidden by a content policy.
    assetsInlineLimit: 0,
  },
});
