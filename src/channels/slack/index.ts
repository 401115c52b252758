export { registerConnectPage } from './connect-page.ts';
export type { SlackDeps } from './deps.ts';
export { slackManifest } from './manifest.ts';
export { createSlackChannel, type SlackChannel, type SlackTransport } from './slack-channel.ts';
export { SlackSecrets } from './slack-workspaces.ts';
