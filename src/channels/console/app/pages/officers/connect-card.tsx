import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';

const MESSENGERS = ['telegram', 'slack'] as const;

/** One's own account in a messenger: a code, good once, that the messenger is shown. */
export function ConnectCard() {
  const { t } = useTexts();
  const [shown, setShown] = useState<{ channel: (typeof MESSENGERS)[number]; code: string } | null>(null);
  const ask = useMutation({
    mutationFn: async (channel: (typeof MESSENGERS)[number]) => ({
      channel,
      code: (await answered(api.POST('/api/v1/channels/connect-code', { body: { channel } }))).code,
    }),
    onSuccess: setShown,
  });
  return (
    <section className="card settings" aria-labelledby="connect-title">
      <h2 id="connect-title" className="section-title">
        {t('console-admin-connect')}
      </h2>
      <p className="muted">{t('console-admin-connect-hint')}</p>
      <ErrorNote error={ask.error} />
      <div className="panel-acts">
        {MESSENGERS.map((channel) => (
          <button key={channel} type="button" disabled={ask.isPending} onClick={() => ask.mutate(channel)}>
            {t(`console-admin-connect-${channel}`)}
          </button>
        ))}
      </div>
      {shown && (
        <p className="once" role="status">
          {t(`console-admin-connect-how-${shown.channel}`)}{' '}
          <code>{shown.channel === 'slack' ? `/dauys connect ${shown.code}` : `/start staff_${shown.code}`}</code>
        </p>
      )}
    </section>
  );
}
