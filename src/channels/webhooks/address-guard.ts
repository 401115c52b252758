import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { Refusal } from '../../kernel/refusal.ts';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** What a supervisor enters must not make our server knock at doors inside our own network. */
export function assertPublicAddress(url: string, allowPrivate: boolean): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const host = parsed?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isSafe = parsed && (allowPrivate || (parsed.protocol === 'https:' && !(isIP(host) && isPrivate(host))));
  if (!parsed || !isSafe || parsed.username !== '') throw new Refusal('channel.address_refused', {});
  return parsed;
}

/** Checks the address that is really connected to: a name may point elsewhere a second later. */
export function createGuardedAgent({ allowPrivate, timeoutMs }: { allowPrivate: boolean; timeoutMs: number }): Agent {
  const guarded: LookupFunction = (hostname, options, callback) =>
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const [first] = found;
      if (!first || (!allowPrivate && found.some(({ address }) => isPrivate(address))))
        return callback(Object.assign(new Error('address refused'), { code: 'EADDRREFUSED' }), '', 0);
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  return new Agent({
    connect: { lookup: guarded, timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}
