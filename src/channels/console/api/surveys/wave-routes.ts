import { toString as drawCode } from 'qrcode';
import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import { estimateEnd, isQuiet, type SurveyListed, type WaveProgress } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys, SURVEY_RUNNERS } from './survey-access.ts';
import { WaveParams } from './survey-schemas.ts';
import { WavePage } from './wave-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;

/** How a wave goes, and its moves. */
export const addSurveyWaveRoutes: AddRoutes = (
  server,
  { surveys: desk, access, present, runCommand, clock, publicUrl },
) => {
  const { authoring, waves, fielding, results } = desk.surveys;

  async function own(staff: Staff, waveId: string): Promise<SurveyListed> {
    const survey = await authoring.head((await waves.get(waveId)).surveyId);
    assertOwnSurvey(staff, survey.agencyCode);
    return survey;
  }

  server.get(
    '/survey-waves/:waveId',
    {
      config: readsSurveys,
      schema: { tags, summary: 'A wave as it goes', params: WaveParams, response: { 200: WavePage } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const survey = await own(staff, request.params.waveId);
      const [progress, now] = await Promise.all([waves.progress(request.params.waveId), clock.now()]);
      const { wave } = progress;
      const [names, version, duty, links] = await Promise.all([
        access.namesOf([wave.dutyOwnerId]),
        authoring.versionNumber(wave.versionId),
        wave.closedAt ? results.dutyOf(wave.id) : null,
        wave.openCode ? linksOf(wave.openCode) : null,
      ]);
      const left = leftOf(progress);
      return {
        id: wave.id,
        surveyId: wave.surveyId,
        agency: present.agency(survey.agencyCode as AgencyCode),
        title: survey.title,
        number: wave.number,
        version,
        state: wave.state,
        mode: wave.mode,
        frameSize: wave.frameSize,
        audience: wave.audience,
        places: wave.audience.territories.flatMap((code) => present.territory(code) ?? []),
        topics: wave.audience.topics.flatMap((code) => present.topic(code) ?? []),
        seed: wave.seed,
        isDrawing: wave.draw !== null,
        minCell: wave.minCell,
        closesAt: present.iso(wave.closesAt),
        startedAt: wave.startedAt && present.iso(wave.startedAt),
        closedAt: wave.closedAt && present.iso(wave.closedAt),
        contact: { ...progress.contact, counts: { ...progress.contact.counts } },
        reminder: { ...progress.reminder, counts: { ...progress.reminder.counts } },
        news: { ...progress.news, counts: { ...progress.news.counts } },
        responses: { ...progress.responses },
        responseRate: progress.responseRate,
        quotas: [...progress.quotas],
        endsAt:
          wave.state === 'fielding' && left > 0
            ? (estimateEnd({ left, perSecond: desk.sendRate, now }, fielding.rules)?.toISOString() ?? null)
            : null,
        isQuietNow: isQuiet(now, fielding.rules),
        open: links,
        duty: {
          owner: names.get(wave.dutyOwnerId) ?? '',
          dueOn: wave.dutyDueOn,
          doneAt: duty?.doneAt ? present.iso(duty.doneAt) : null,
          isOpen: duty !== null && duty.doneAt === null,
        },
        mayRun: (SURVEY_RUNNERS as readonly string[]).includes(staff.role),
      };
    },
  );

  async function linksOf(code: string) {
    const bot = desk.botName();
    const page = `${publicUrl}/surveys/open/${code}`;
    const chat = bot && `https://t.me/${bot}?start=sv_${code}`;
    const picture = await drawCode(chat ?? page, { type: 'svg', margin: 1 });
    return {
      page,
      chat,
      group: bot && `https://t.me/${bot}?startgroup=poll_${code}`,
      qr: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
    };
  }

  const MOVES = {
    start: 'Begin to write to people',
    pause: 'Stop writing at once; who was asked may still answer',
    resume: 'Go on where it stopped',
    close: 'End the wave; it opens the duty to say what changes',
  } as const;
  for (const [move, summary] of Object.entries(MOVES) as [keyof typeof MOVES, string][])
    server.post(
      `/survey-waves/:waveId/${move}`,
      { config: runsSurveys, schema: { tags, summary, params: WaveParams, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await own(staff, request.params.waveId);
        await runCommand(request, async (tx) => {
          await waves[move](tx, request.params.waveId, staff.id);
          return null;
        });
        return done;
      },
    );

  server.post(
    '/survey-waves/:waveId/remind',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Remind those who were reached and have not finished, twice at most',
        params: WaveParams,
        response: { 200: z.object({ people: z.number() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await own(staff, request.params.waveId);
      return runCommand(request, (tx) => waves.remind(tx, request.params.waveId, staff.id));
    },
  );
};

/** People who are still to be written to, reminders included. */
const leftOf = ({ contact, reminder }: WaveProgress): number =>
  [contact, reminder].reduce((sum, { counts }) => sum + (counts.waiting ?? 0) + (counts.told ?? 0), 0);
