import { StaffId } from '../../kernel/ids.ts';
import type { DeliveryOutcome, Notification } from '../../notifications/index.ts';
import type { OfficerBindingsRepository, OfficerChannel } from './officer-bindings-repository.ts';
import { type OfficerDigest, TermPoints } from './officer-digest.ts';
import type { BoundOfficer, OfficerDirectory } from './officer-directory.ts';

/** Says something to one person in a channel of theirs. `uncertain`: an earlier attempt may have been shown. */
export type TellPerson = (externalId: string, text: string, uncertain: boolean) => Promise<DeliveryOutcome>;

/** What a notification says to an officer; null when there is nothing to say outside the console. */
export type OfficerText = (facts: Notification['facts'], officer: BoundOfficer) => Promise<string | null>;

const ORDER: readonly OfficerChannel[] = ['slack', 'telegram', 'email'];

interface Deps {
  readonly bindings: Pick<OfficerBindingsRepository, 'bindingsOf'>;
  readonly directory: OfficerDirectory;
  readonly digest: Pick<OfficerDigest, 'terms'>;
  /** A mention, an assignment, a watched case: number and link, never the citizen's words. */
  readonly newsText: (facts: Notification['facts'], officer: BoundOfficer) => Promise<string | null>;
  readonly tell: Partial<Record<OfficerChannel, TellPerson>>;
  /** What others send to officers, by kind; their words must suit every channel. */
  readonly moreTexts?: ReadonlyMap<string, OfficerText>;
}

/** For recipients of kind `officer`: the first of their channels that can be reached; the console shows it in any case. */
export function createOfficerNotices({ bindings, directory, digest, newsText, tell, moreTexts = new Map() }: Deps) {
  const digestText =
    (kind: string): OfficerText =>
    async (facts, { agencyCode, language }) => {
      const points = TermPoints.safeParse(facts['points']);
      if (kind !== 'term_digest' || !points.success) return null;
      return digest.terms(points.data, { agencyCode, language });
    };

  return async function deliver({ recipient, kind, facts, uncertain }: Notification): Promise<DeliveryOutcome> {
    const inConsole: DeliveryOutcome = { type: 'delivered', channel: 'console' };
    const id = StaffId.parse(recipient.id);
    const officer = await directory.byStaffId(id);
    if (!officer) return inConsole;
    const textOf = moreTexts.get(kind) ?? (kind === 'officer_news' ? newsText : digestText(kind));
    const text = await textOf(facts, officer);
    if (text === null) return inConsole;
    const bound = [...(await bindings.bindingsOf(id)), { channel: 'email' as const, externalId: officer.email }];
    for (const channel of ORDER) {
      const address = bound.find((one) => one.channel === channel)?.externalId;
      const way = tell[channel];
      if (!address || !way) continue;
      const outcome = await way(address, text, uncertain);
      if (outcome.type !== 'unreachable' && outcome.type !== 'refused') return outcome;
    }
    return inConsole;
  };
}
