import type { Config } from '../platform/config/config.ts';
import type { start } from './start.ts';

/** What the start prints: where to go next, and in simulator mode how to get in. */
export async function welcome(
  config: Config,
  { publicUrl, demoLinks }: Awaited<ReturnType<typeof start>>,
): Promise<string> {
  const lines = ['', 'Dauys is running.', ''];
  if (config.telegram.mode === 'simulator') lines.push(`  Chat (simulator)  ${publicUrl}/try`);
  lines.push(`  Console           ${publicUrl}/console`, `  Site              ${publicUrl}/`, '');
  if (demoLinks.length > 0) {
    lines.push('Sign in to the console as:');
    for (const { role, name, url } of demoLinks) lines.push(`  ${role.padEnd(11)} ${url}  (${name})`);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}
