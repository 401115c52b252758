import type { Case, Command, Me } from '../api.ts';
import { ErrorNote, Icon, type IconName } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { useCommand } from './use-command.ts';

/** Commands that ask for something first. `take` happens at once. */
export const PANELS = [
  'register',
  'answer',
  'ask',
  'forward',
  'redirect',
  'extend',
  'hear',
  'assign',
  'close',
  'read_identity',
  'note',
] as const satisfies readonly Command[];
/** `split` is asked for from the redirect, a correction beside the registration; neither from the bar. */
export type PanelName = (typeof PANELS)[number] | 'split' | 'correct_registration';

const ICONS: Record<PanelName, IconName> = {
  register: 'stamp',
  correct_registration: 'stamp',
  answer: 'reply',
  ask: 'ask',
  forward: 'move',
  redirect: 'move',
  extend: 'clock',
  hear: 'people',
  assign: 'people',
  close: 'check',
  split: 'sort',
  note: 'lock',
  read_identity: 'eye',
};

interface Props {
  readonly found: Case;
  readonly me: Me;
  readonly open: PanelName | null;
  onOpen(panel: PanelName | null): void;
  onDone(words: string): void;
}

/** Exactly the commands the case offers to this person, the next one first. */
export function CommandBar({ found, me, open, onOpen, onDone }: Props) {
  const { t } = useTexts();
  const { commands, ticket } = found;
  const take = useCommand(ticket.id, 'take', () => onDone(t('console-done-take')));
  const offersTake = commands.includes('take');
  const next: Command | undefined =
    offersTake && ticket.officer === null
      ? 'take'
      : (['register', 'answer'] as const).find((command) => commands.includes(command));
  const offered = PANELS.filter((command) => commands.includes(command));
  return (
    <>
      <div className="commands" role="toolbar" aria-label={t('console-commands')}>
        {offersTake && (
          <button
            type="button"
            data-command="take"
            className={next === 'take' ? 'primary' : ''}
            disabled={take.isPending}
            onClick={() => take.mutate(null)}
          >
            <Icon name="hand" />{' '}
            {t(
              ticket.officer === null || ticket.officer.id === me.id
                ? 'console-command-take'
                : 'console-command-take-over',
            )}
          </button>
        )}
        {offered.map((command) => (
          <button
            key={command}
            type="button"
            data-command={command}
            className={[command === next ? 'primary' : '', command === 'note' ? 'internal' : ''].join(' ').trim()}
            aria-expanded={open === command}
            onClick={() => onOpen(open === command ? null : command)}
          >
            <Icon name={ICONS[command]} /> {t(`console-command-${command.replace('_', '-')}`)}
          </button>
        ))}
        {!offersTake && offered.length === 0 && <p className="muted">{t('console-no-commands')}</p>}
      </div>
      <ErrorNote error={take.error} />
    </>
  );
}
