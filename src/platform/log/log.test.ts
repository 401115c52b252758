import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('log', () => {
  it('never holds a citizen’s text, name or phone', () => {
    const line = logged((log) =>
      log.info(
        { update: { message: { text: 'SECRET-1' } }, from: { first_name: 'SECRET-2', phone: 'SECRET-3' } },
        'update received',
      ),
    );
    expect(line).not.toContain('SECRET');
    expect(line).toContain('update received');
  });

  it('blanks the bot token in the text of a network error', () => {
    const error = new Error('request to https://api.telegram.org/bot123456:AAxyz/getMe failed', {
      cause: new Error('bot123456:AAxyz'),
    });
    expect(logged((log) => log.warn({ err: error }, 'telegram unreachable'))).not.toContain('AAxyz');
  });
});
