import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { FormActs } from '../../form-acts.tsx';
import { useTexts } from '../../texts.tsx';
import { type AgencyDetail, agencyKey } from './agency.tsx';

/** Through whose hands answers go: nobody ticked means the author sends. */
export function ChainCard({ agency }: { agency: AgencyDetail }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [chain, setChain] = useState(agency.chain);
  const team = useQuery({
    queryKey: ['staff', agency.code],
    queryFn: () => answered(api.GET('/api/v1/staff', { params: { query: { agency: agency.code } } })),
  });
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/admin/agencies/{agencyCode}/chain', {
          params: { path: { agencyCode: agency.code } },
          body: chain,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: agencyKey(agency.code) }),
  });
  const people = (team.data?.items ?? []).filter(({ state }) => state === 'active');
  const hands = ['approverIds', 'signatoryIds'] as const;
  const toggle = (hand: (typeof hands)[number], id: string) => {
    const before = chain[hand];
    setChain({ ...chain, [hand]: before.includes(id) ? before.filter((one) => one !== id) : [...before, id] });
  };
  return (
    <section className="card" aria-labelledby="chain-title">
      <h2 id="chain-title" className="section-title">
        {t('console-admin-chain')}
      </h2>
      <p className="muted">{t('console-admin-chain-hint')}</p>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {hands.map((hand) => (
          <fieldset key={hand} className="hands" disabled={!agency.mayManage}>
            <legend>{t(hand === 'approverIds' ? 'console-admin-approvers' : 'console-admin-signatories')}</legend>
            {people.map(({ id, givenName, familyName }) => (
              <label key={id} className="check">
                <input type="checkbox" checked={chain[hand].includes(id)} onChange={() => toggle(hand, id)} />
                {givenName} {familyName}
              </label>
            ))}
            {people.length === 0 && <span className="muted">{t('console-team-empty')}</span>}
          </fieldset>
        ))}
        <label className="check">
          <input
            type="checkbox"
            checked={chain.wantsNumber}
            disabled={!agency.mayManage}
            onChange={({ target }) => setChain({ ...chain, wantsNumber: target.checked })}
          />
          {t('console-admin-wants-number')}
        </label>
        {agency.mayManage ? (
          <FormActs act={t('console-admin-save')} save={save} error={team.error} saved={t('console-admin-saved')} />
        ) : (
          <ErrorNote error={team.error} />
        )}
      </form>
    </section>
  );
}
