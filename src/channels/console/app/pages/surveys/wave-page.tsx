import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Day, timeText } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import { wordsOf } from './question-name.ts';
import { WaveNumbers } from './wave-numbers.tsx';

export type WaveData = components['schemas']['SurveyWavePage'];

const LIVE_MS = 3_000;
const isLive = (state: string | undefined): boolean => state === 'fielding' || state === 'paused';

export const useWave = (waveId: string) =>
  useQuery({
    queryKey: ['survey-wave', waveId],
    queryFn: () => answered(api.GET('/api/v1/survey-waves/{waveId}', { params: { path: { waveId } } })),
    refetchInterval: ({ state }) => (isLive(state.data?.state) || state.data?.isDrawing ? LIVE_MS : false),
  });

/** A wave while it goes: whom it asks, how far it is, what one can do now. */
export function WavePage({ params, me }: PageProps) {
  const waveId = params.waveId ?? '';
  const { t, language, name } = useTexts();
  const wave = useWave(waveId);
  if (wave.error && !wave.data) return <ErrorNote error={wave.error} />;
  if (!wave.data) return <Skeleton />;
  const found = wave.data;
  return (
    <>
      <p className="muted">
        <Link href="/surveys">{t('console-surveys')}</Link> ·{' '}
        <Link href={`/surveys/${found.surveyId}/waves`}>{wordsOf(found.title, language)}</Link>
      </p>
      <PageTitle>{`${wordsOf(found.title, language)} · ${t('console-survey-wave', { number: found.number })}`}</PageTitle>
      <p className="survey-facts">
        <span className="chip strong">{t(`console-wave-state-${found.state}`)}</span>
        <span>{name(found.agency.name)}</span>
        <span className="muted">
          v{found.version} · {t(`console-survey-mode-${found.mode}`)} ·{' '}
          {t('console-wave-until', { at: timeText(found.closesAt, language, me.timezone) })}
        </span>
      </p>
      {found.mayRun && <WaveActs found={found} />}
      <ErrorNote error={wave.error} />
      {found.isDrawing && <p className="warning">{t('console-wave-drawing')}</p>}
      <WaveNumbers found={found} />
      <section className="card wave-whom">
        <h2 className="section-title">{t('console-wave-whom')}</h2>
        <p>
          {[
            found.audience.sample
              ? t('console-wave-sample-of', { size: found.audience.sample.size, people: found.frameSize })
              : t('console-wave-list-of', { people: found.frameSize }),
            found.places.map((place) => name(place.name)).join(', '),
            found.topics.map((topic) => name(topic.name)).join(', '),
            found.audience.languages.map((one) => t(`console-language-${one}`)).join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {found.audience.sample && (
          <p className="muted hint">
            {t('console-wave-seed')}: <code>{found.seed}</code>
          </p>
        )}
        <p>
          {t('console-wave-duty')} {found.duty.owner}, <Day on={found.duty.dueOn} />
        </p>
      </section>
      {found.open && isLive(found.state) && <OpenLinks open={found.open} />}
    </>
  );
}

const ACTS = {
  prepared: ['start'],
  fielding: ['pause', 'remind', 'close'],
  paused: ['resume', 'close'],
  closed: [],
  published: [],
} as const;
type Act = (typeof ACTS)[keyof typeof ACTS][number];

function WaveActs({ found }: { found: WaveData }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const params = { path: { waveId: found.id } };
  const act = useMutation({
    mutationFn: async (what: Act) => {
      switch (what) {
        case 'start':
          return answered(api.POST('/api/v1/survey-waves/{waveId}/start', { params }));
        case 'pause':
          return answered(api.POST('/api/v1/survey-waves/{waveId}/pause', { params }));
        case 'resume':
          return answered(api.POST('/api/v1/survey-waves/{waveId}/resume', { params }));
        case 'close':
          return answered(api.POST('/api/v1/survey-waves/{waveId}/close', { params }));
        case 'remind':
          return answered(api.POST('/api/v1/survey-waves/{waveId}/remind', { params }));
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['survey-wave', found.id] }),
  });
  return (
    <div className="survey-acts">
      {ACTS[found.state].map((what, index) => (
        <button
          key={what}
          type="button"
          className={index === 0 ? 'primary' : undefined}
          disabled={act.isPending || found.isDrawing}
          onClick={() => act.mutate(what)}
        >
          {t(`console-wave-act-${what}`)}
        </button>
      ))}
      <Link href={`/surveys/waves/${found.id}/results`} className="button">
        {t('console-wave-results')}
      </Link>
      {act.variables === 'remind' && act.isSuccess && <span role="status">{t('console-wave-reminded')}</span>}
      <ErrorNote error={act.error} />
    </div>
  );
}

function OpenLinks({ open }: { open: NonNullable<WaveData['open']> }) {
  const { t } = useTexts();
  return (
    <section className="card open-links">
      <img className="qr" src={open.qr} alt={t('console-wave-qr')} />
      <div>
        <h2 className="section-title">{t('console-wave-open-link')}</h2>
        <p className="muted hint">{t('console-wave-open-how')}</p>
        {[open.chat, open.page].map(
          (link) =>
            link && (
              <input
                key={link}
                readOnly
                value={link}
                aria-label={t('console-wave-open-link')}
                onFocus={({ target }) => target.select()}
              />
            ),
        )}
        {open.group && (
          <p>
            <a href={open.group} target="_blank" rel="noreferrer">
              {t('console-wave-group')}
            </a>{' '}
            <span className="muted hint">{t('console-wave-group-how')}</span>
          </p>
        )}
      </div>
    </section>
  );
}
