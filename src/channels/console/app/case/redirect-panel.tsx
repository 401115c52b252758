import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLocation } from 'wouter';
import { answered, api } from '../api.ts';
import { Icon } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';

export function AgencyPicker({ label, onChoose }: { label: string; onChoose(code: string | null): void }) {
  const { t, name } = useTexts();
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['agencies', words],
    queryFn: () => answered(api.GET('/api/v1/agencies', { params: { query: { q: words } } })),
    placeholderData: (before) => before,
  });
  return (
    <ComboBox
      className="combo"
      items={found.data?.items ?? []}
      inputValue={words}
      onInputChange={setWords}
      onSelectionChange={(code) => onChoose(code === null ? null : String(code))}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div className="combo-box">
        <Input placeholder={t('console-agency-hint')} />
        <Button aria-label={t('console-agency-show')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="combo-list">
        <ListBox renderEmptyState={() => <p className="muted">{t('console-agency-none')}</p>}>
          {(agency: { code: string } & NonNullable<typeof found.data>['items'][number]) => (
            <ListBoxItem id={agency.code} textValue={name(agency.shortName)} className="combo-item">
              <span>{name(agency.shortName)}</span>
              <span className="muted">
                {[agency.place && name(agency.place), agency.connection === 'none' && t('console-agency-unconnected')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** What topic and place say about who else it could be: one press instead of a search. */
function Candidates({
  ticketId,
  chosen,
  onChoose,
}: {
  ticketId: string;
  chosen: string | null;
  onChoose(code: string): void;
}) {
  const { t, name } = useTexts();
  const found = useQuery({
    queryKey: ['candidates', ticketId],
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/candidates', { params: { path: { ticketId } } })),
  });
  const items = (found.data?.items ?? []).filter(({ connected }) => connected);
  if (items.length === 0) return null;
  return (
    <fieldset className="outcomes">
      <legend>{t('console-redirect-perhaps')}</legend>
      {items.map(({ agency, reason }) => (
        <label key={agency.code}>
          <input
            type="radio"
            name="candidate"
            checked={chosen === agency.code}
            onChange={() => onChoose(agency.code)}
          />
          {name(agency.name)} <span className="muted">{t(`console-reason-${reason.replaceAll('_', '-')}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function RedirectPanel({ found, onClose, onOpen }: PanelProps & { onOpen(name: 'split'): void }) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const { id } = found.ticket;
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useKept(id, 'redirect.reason');
  const redirect = useCommand(id, 'redirect', (after) => {
    onClose(t('console-done-redirect'));
    if (!after) go('/');
  });
  return (
    <PanelForm
      act={t('console-redirect-act')}
      busy={redirect.isPending}
      error={redirect.error}
      onCancel={onClose}
      onSubmit={() => to !== null && redirect.mutate({ to, reason })}
    >
      <p className="muted">
        {t('console-redirect-hint', { times: found.ticket.redirects })}{' '}
        <button type="button" className="plain link" onClick={() => onOpen('split')}>
          {t('console-case-split-instead')}
        </button>
      </p>
      <Candidates ticketId={id} chosen={to} onChoose={setTo} />
      <AgencyPicker label={t('console-redirect-to')} onChoose={setTo} />
      <TextArea
        label={t('console-redirect-reason')}
        hint={t('console-reason-shown')}
        value={reason}
        onChange={setReason}
      />
    </PanelForm>
  );
}
