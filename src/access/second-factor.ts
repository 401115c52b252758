import { Secret, TOTP } from 'otpauth';
import { Refusal } from '../kernel/refusal.ts';

const PERIOD_SECONDS = 30;

const totpOf = (secret: string, label = 'Dauys') =>
  new TOTP({ issuer: 'Dauys', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** A new secret with the address that authenticator apps read from a QR code. */
export function createTotpSecret(label: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, label).toString() };
}

/** The time step the code belongs to, one step of clock difference allowed (RFC 6238, 5.2). Refuses a wrong code. */
export function totpStepOf(secret: string, code: string, at: Date): number {
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp: at.getTime(), window: 1 });
  if (delta === null) throw new Refusal('session.code_wrong', {});
  return Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
