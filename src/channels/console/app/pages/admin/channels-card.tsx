import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { AgencyDetail } from './agency.tsx';
import { NewChannel } from './new-channel.tsx';
import '../../styles/tables.css';

type Channel = components['schemas']['OfficerChannel'];
export const channelsKey = (code: string) => ['admin-channels', code] as const;

/** Where the body works besides the console, and whether it gets through. */
export function ChannelsCard({ agency }: { agency: AgencyDetail }) {
  const { t } = useTexts();
  const found = useQuery({
    queryKey: channelsKey(agency.code),
    queryFn: () =>
      answered(
        api.GET('/api/v1/admin/agencies/{agencyCode}/channels', { params: { path: { agencyCode: agency.code } } }),
      ),
    retry: false,
  });
  return (
    <section className="card" aria-labelledby="channels-title">
      <h2 id="channels-title" className="section-title">
        {t('console-admin-channels')}
      </h2>
      <p className="muted">{t('console-admin-channels-hint')}</p>
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={2} />}
      <ul className="plain-list channels">
        {(found.data?.items ?? []).map((channel) => (
          <ChannelLine key={channel.id} channel={channel} agencyCode={agency.code} />
        ))}
      </ul>
      {found.data && <NewChannel agency={agency} kinds={found.data.kinds} slackManifest={found.data.slackManifest} />}
    </section>
  );
}

function ChannelLine({ channel, agencyCode }: { channel: Channel; agencyCode: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [once, setOnce] = useState<string | null>(null);
  const [showsLog, setShowsLog] = useState(false);
  const params = { path: { channelId: channel.id } };
  const act = useMutation({
    mutationFn: async (what: 'test' | 'pause' | 'resume' | 'code' | 'secret'): Promise<void> => {
      if (what === 'test') {
        const { arrived, problem } = await answered(api.POST('/api/v1/admin/channels/{channelId}/test', { params }));
        setOnce(arrived ? t('console-admin-arrived') : t('console-admin-not-arrived', { problem: problem ?? '' }));
      } else if (what === 'pause') await answered(api.POST('/api/v1/admin/channels/{channelId}/pause', { params }));
      else if (what === 'resume') await answered(api.POST('/api/v1/admin/channels/{channelId}/resume', { params }));
      else if (what === 'code') {
        const { code } = await answered(api.POST('/api/v1/admin/channels/{channelId}/code', { params }));
        setOnce(`/bind ${code}`);
      } else {
        const { secret } = await answered(api.POST('/api/v1/admin/channels/{channelId}/secret', { params }));
        setOnce(secret);
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: channelsKey(agencyCode) }),
  });
  const isPaused = channel.state === 'paused';
  return (
    <li className="channel">
      <div className="channel-head">
        <strong>{t(`console-admin-kind-${channel.kind.replace('_', '-')}`)}</strong>{' '}
        <span>{channel.place === 'unbound' ? t('console-admin-unbound') : channel.place}</span>
        <span className={`chip health-${channel.health}`}>
          <Icon name={channel.health === 'ok' ? 'check' : channel.health === 'untested' ? 'clock' : 'alert'} />{' '}
          {t(`console-admin-health-${channel.health}`)}
        </span>
        {isPaused && <span className="chip">{t('console-admin-paused')}</span>}
      </div>
      <p className="muted">
        {[
          channel.topic && t('console-admin-topic', { topic: channel.topic }),
          channel.abroad && t('console-admin-abroad'),
          channel.fallbackOrder > 0 && t('console-admin-fallback', { minutes: channel.fallbackAfterMinutes }),
          channel.healthProblem,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="panel-acts">
        <button type="button" disabled={act.isPending} onClick={() => act.mutate('test')}>
          {t('console-admin-test')}
        </button>
        <button type="button" disabled={act.isPending} onClick={() => act.mutate(isPaused ? 'resume' : 'pause')}>
          {t(isPaused ? 'console-admin-resume' : 'console-admin-pause')}
        </button>
        {channel.kind === 'staff_chat' && (
          <button type="button" disabled={act.isPending} onClick={() => act.mutate('code')}>
            {t('console-admin-code')}
          </button>
        )}
        {channel.kind === 'webhook' && (
          <>
            <button type="button" disabled={act.isPending} onClick={() => act.mutate('secret')}>
              {t('console-admin-rotate')}
            </button>
            <button type="button" aria-expanded={showsLog} onClick={() => setShowsLog(!showsLog)}>
              {t('console-admin-log')}
            </button>
          </>
        )}
      </div>
      <ErrorNote error={act.error} />
      {once && (
        <p className="once" role="status">
          <code>{once}</code>
        </p>
      )}
      {showsLog && <DeliveryLog channelId={channel.id} />}
    </li>
  );
}

function DeliveryLog({ channelId }: { channelId: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const key = ['deliveries', channelId] as const;
  const log = useQuery({
    queryKey: key,
    queryFn: () =>
      answered(api.GET('/api/v1/admin/channels/{channelId}/deliveries', { params: { path: { channelId } } })),
  });
  const replay = useMutation({
    mutationFn: (eventId: string) =>
      answered(api.POST('/api/v1/admin/channels/deliveries/{eventId}/replay', { params: { path: { eventId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (!log.data) return <Skeleton rows={2} height="1.5rem" />;
  if (log.data.items.length === 0) return <p className="muted">{t('console-admin-log-empty')}</p>;
  return (
    <div className="table-scroll">
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{t('console-admin-log-at')}</th>
            <th scope="col">{t('console-admin-log-event')}</th>
            <th scope="col">{t('console-admin-log-result')}</th>
            <th scope="col">
              <span className="hidden-words">{t('console-admin-replay')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {log.data.items.map((line) => (
            <tr key={line.id}>
              <td>
                <Time at={line.at} />
              </td>
              <td>
                {line.event} · {line.attempt}
              </td>
              <td>
                {line.status ?? line.problem} <span className="muted">{line.durationMs} ms</span>
              </td>
              <td>
                <button type="button" disabled={replay.isPending} onClick={() => replay.mutate(line.eventId)}>
                  {t('console-admin-replay')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
