import type { CitizensService } from '../../../../citizens/index.ts';
import type { FormSessions } from '../../../../forms/index.ts';
import type { CitizenId } from '../../../../kernel/ids.ts';
import type { ParticipationDomain } from '../../../../participation/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import type { Names } from '../../names.ts';

export interface VoteChatDeps {
  readonly t: Translate;
  readonly names: Names;
  readonly votes: ParticipationDomain;
  readonly citizens: Pick<CitizensService, 'consent'>;
  readonly forms: FormSessions;
  readonly publicUrl: string;
  /** The mark of somebody's links: counted, never shown. */
  readonly markOf: (id: CitizenId) => string;
}
