import { showCaseNumber } from '../appeals/index.ts';
import { AppealId, type CitizenId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { forgetVoter } from '../participation/index.ts';
import { forgetSupporter } from '../petitions/index.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { forgetCitizen } from '../surveys/index.ts';
import { caseFilePage } from './case-file.ts';
import type { Services } from './compose.ts';

/** A person's rights over their own data: take it along, see who looked, erase it. */
export function createOwnData({
  db,
  casesView,
  journal,
  names,
  t,
  citizensRepository,
  notifications,
  knowledge,
  representations,
  secondContacts,
  notices,
}: Services) {
  return {
    /** The whole case in one readable file: words, answers, dates, every step. */
    async exportCase(appealId: AppealId, citizenId: CitizenId): Promise<Uint8Array> {
      const view = await casesView.citizenCase(appealId, citizenId);
      const { appeal } = view;
      const entries = await journal.read(`appeal:${appealId}`);
      const file = {
        number: appeal.number ? showCaseNumber(appeal.number) : null,
        kind: appeal.kind,
        state: appeal.state,
        resolution: appeal.resolution,
        place: {
          ...appeal.place,
          territory: appeal.place.territoryCode ? names.territory(appeal.place.territoryCode, appeal.language) : null,
        },
        onBehalfOf: representations.read(appeal),
        createdAt: appeal.createdAt,
        submittedAt: appeal.submittedAt,
        tickets: [...view.pastTickets, ...view.tickets].map((ticket) => ({
          ...ticket,
          agency: names.agency(ticket.agencyCode, appeal.language),
        })),
        conversation: view.entries.map(({ kind, author, maskedText, at, files, details }) => ({
          kind,
          author,
          text: maskedText,
          at,
          details,
          files: files.map(({ kind: sort, mediaType, sizeBytes }) => ({ kind: sort, mediaType, sizeBytes })),
        })),
        journal: entries.map(({ seq, at, type, actor, facts, hash }) => ({
          seq,
          at,
          type,
          actor: actor.kind,
          facts,
          hash: Buffer.from(hash).toString('hex'),
        })),
      };
      return new TextEncoder().encode(JSON.stringify(file, null, 2));
    },

    /** The same to read and print, in the reader's language. */
    async casePage(appealId: AppealId, citizenId: CitizenId, language: Language): Promise<Uint8Array> {
      const view = await casesView.citizenCase(appealId, citizenId);
      return new TextEncoder().encode(caseFilePage(view, language, { t, names }));
    },

    async identityReadsOf(citizenId: CitizenId) {
      const rows = await db.$queryRaw<{ at: Date; role: string; agency_code: string | null; purpose: string | null }[]>`
        select e.at, e.facts->>'role' as role, e.facts->>'agencyCode' as agency_code, x.body->>'purpose' as purpose
        from appeals a join journal_entries e on e.stream_id = 'appeal:' || a.id and e.type = 'identity.read' left join journal_texts x using (stream_id, seq)
        where a.citizen_id = ${citizenId}::uuid
        union all
        select e.at, e.facts->>'role', e.facts->>'agencyCode', x.body->>'purpose'
        from survey_recipients r join survey_waves w on w.id = r.wave_id and w.mode = 'confidential'
          join journal_entries e on e.stream_id = 'survey:' || w.survey_id and e.type = 'survey.persons_read' and e.facts->>'waveId' = w.id::text
          left join journal_texts x using (stream_id, seq)
        where r.citizen_id = ${citizenId}::uuid and r.response = 'finished'
        order by at desc limit 20`;
      return rows.map((row) => ({
        at: row.at,
        role: row.role,
        agencyCode: row.agency_code,
        purpose: row.purpose ?? '',
      }));
    },

    /** Lawful erasure: the person, their words and files go; the chain, the numbers and the bodies' own acts stay. */
    async eraseCitizen(tx: Tx, citizenId: CitizenId): Promise<void> {
      const client = prismaOf(tx);
      const citizen = await citizensRepository.get(tx, citizenId);
      if (citizen.state === 'erased') throw new Refusal('citizen.not_found', {});
      const cases = await client.appeal.findMany({ where: { citizenId }, select: { id: true, state: true } });
      for (const { id } of cases) {
        await client.threadEntry.updateMany({
          where: { appealId: id, author: 'citizen' },
          data: { maskedText: '[ERASED]', sealedText: null, sourceRef: null },
        });
        await client.fileRef.deleteMany({ where: { entry: { appealId: id, author: 'citizen' } } });
        await client.appeal.update({
          where: { id },
          data: {
            title: '[ERASED]',
            addressText: null,
            latitude: null,
            longitude: null,
            sealedOnBehalfOf: null,
            secretWordHash: null,
          },
        });
        await journal.eraseTexts(tx, `appeal:${AppealId.parse(id)}`);
        await journal.append(tx, `appeal:${id}`, { type: 'appeal.erased', actor: { kind: 'citizen', id: citizenId } });
      }
      await client.appeal.updateMany({ where: { citizenId, state: 'draft' }, data: { state: 'discarded' } });
      await client.formSession.deleteMany({
        where: {
          owner: {
            in: (await citizensRepository.accountsOf(citizenId, tx)).map(
              ({ channel, externalId }) => `${channel}:${externalId}`,
            ),
          },
        },
      });
      await secondContacts.forget(tx, citizenId);
      await notices.forget(tx, citizenId);
      await client.caseOpening.deleteMany({ where: { citizenId } });
      await knowledge.answers.forget(tx, citizenId);
      await notifications.cancelFor(tx, { kind: 'citizen', id: citizenId });
      await forgetCitizen(tx, citizenId);
      await forgetSupporter(tx, citizenId);
      await forgetVoter(tx, citizenId);
      await citizensRepository.erase(tx, citizenId);
    },
  };
}
