declare module '*.ftl?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands over raw files
  export default text;
}
declare module '*.css';
interface ImportMeta {
  /** The bundler's list of files by pattern; each is fetched when its function is called. */
  glob(pattern: string, options: { query: '?raw'; import: 'default' }): Record<string, () => Promise<string>>;
}
