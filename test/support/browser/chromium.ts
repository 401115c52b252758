import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const MODULES = join(import.meta.dirname, '../../../node_modules');

export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * Chromium from the npm package `@sparticuz/chromium`, unpacked once per checkout and version. The package brings the
 * libraries and the font that a bare host lacks, but only for one cloud's machines: we unpack for that machine and
 * point Chromium at the place. Several runs may unpack at once; the first whole one stays.
 */
export async function unpackChromium(): Promise<Chromium> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const cache = join(MODULES, '.cache');
  const home = join(cache, `chromium-${packageVersion(main)}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'chromium-draft-'));
    try {
      // In a process of its own: the package reads these variables when it is imported, and changes others.
      const script = `import(${JSON.stringify(pathToFileURL(main).href)}).then((m) => (m.default.default ?? m.default).executablePath())`;
      await promisify(execFile)(process.execPath, ['-e', script], {
        env: { PATH: process.env.PATH, HOME: draft, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      });
      keepFirst(draft, home);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  configureFonts(home);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

function keepFirst(draft: string, home: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

function packageVersion(main: string): string {
  for (let folder = dirname(main); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const found = existsSync(file) ? Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
    if (found?.success) return found.data.version;
  }
  throw new Error(`no package.json with a version above ${main}`);
}

const Manifest = z.object({ version: z.string() });

/**
 * The packaged file names folders of the cloud's machine, and ours would name an old place in a checkout that was
 * moved. Only the packaged font is offered: screenshots look the same everywhere.
 */
function configureFonts(home: string): void {
  const path = join(home, 'fonts', 'fonts.conf');
  const wanted = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
  if (readFileSync(path, 'utf8') === wanted) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, wanted);
  renameSync(draft, path);
}
