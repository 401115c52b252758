import { letterAddress } from '../citizens/index.ts';
import type { CitizenId } from '../kernel/ids.ts';
import type { DeliveryOutcome, Notification } from '../notifications/index.ts';
import type { Services } from './compose.ts';

interface Options {
  /** Null where no mail server is configured. */
  readonly write: ((address: string, text: string, id: string) => Promise<DeliveryOutcome>) | null;
  readonly botName: () => string | null;
  readonly publicUrl: string;
}

/** A letter to the address a citizen gave for the day their chat is lost: that an answer waits and how it is opened, nothing of the case. */
export function createSecondContactLetters(
  { secondContacts, citizensRepository, t }: Pick<Services, 'secondContacts' | 'citizensRepository' | 't'>,
  { write, botName, publicUrl }: Options,
) {
  return async ({ id, recipient }: Notification): Promise<DeliveryOutcome> => {
    const citizen = await citizensRepository.read(recipient.id as CitizenId);
    const known = citizen && (await secondContacts.read(citizen.id));
    const address = letterAddress(known?.contact ?? null);
    if (!citizen || !address) return { type: 'refused', channel: 'email', problem: 'the address was taken back' };
    if (!write) return { type: 'refused', channel: 'email', problem: 'no mail server is configured' };
    const bot = botName();
    const text = t(citizen.language, 'letter-contact-unreachable', { bot: bot ? `https://t.me/${bot}` : publicUrl });
    return write(address, text, id);
  };
}
