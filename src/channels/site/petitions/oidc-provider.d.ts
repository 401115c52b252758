/** The package brings no types: what the tests use of it. */
declare module 'oidc-provider' {
  // biome-ignore lint/style/noDefaultExport: it is the package's own shape
  export default class Provider {
    constructor(issuer: string, configuration: unknown);
    callback(): (request: unknown, response: unknown) => void;
    interactionFinished(request: unknown, response: unknown, result: unknown, options: unknown): Promise<void>;
  }
}
