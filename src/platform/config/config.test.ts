import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { envExample } from './env-example.ts';

describe('configuration', () => {
  it('runs the simulator on the loopback address when nothing is set', () => {
    const config = parseConfig({});
    expect(config.telegram.mode).toBe('simulator');
    expect(config.http).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: undefined,
      trustProxy: false,
      tiles: undefined,
    });
    expect(config.product.roles).toEqual(['web', 'bot', 'worker']);
  });

  it('demands secrets beside a real token, and names all that is missing at once', () => {
    const refused = () =>
      parseConfig({ TELEGRAM_BOT_TOKEN: '1:abc', TELEGRAM_WEBHOOK_URL: 'https://example.org/telegram/webhook' });
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(/TELEGRAM_WEBHOOK_SECRET[\s\S]*DAUYS_SECRET[\s\S]*DAUYS_DATA_KEYS/);
  });

  it('refuses a misspelt variable of its own instead of ignoring it', () => {
    expect(() => parseConfig({ TELEGRAM_TOKEN: '1:abc' })).toThrow('TELEGRAM_TOKEN: no such variable');
  });

  it('takes map tiles only with places for zoom, column and row', () => {
    expect(() => parseConfig({ MAP_TILES_URL: 'https://tiles.example/map.png' })).toThrow('MAP_TILES_URL');
    expect(parseConfig({ MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' }).http.tiles).toEqual({
      url: 'https://tiles.example/{z}/{x}/{y}.png',
      attribution: '',
    });
  });

  it('never repeats a secret in a message', () => {
    expect(() => parseConfig({ DAUYS_SECRET: 'too-short-secret' })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('too-short-secret') }),
    );
  });

  it('prints exactly the committed .env.example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });
});
