declare module '*.ftl?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands over raw files
  export default text;
}
declare module '*.css';
