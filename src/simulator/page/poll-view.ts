import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import type { ChatMessage } from './store.ts';
import { t } from './words.ts';

interface Deps {
  readonly as: number;
  readonly onVote: (options: number[]) => void;
}

export function pollView(message: ChatMessage, { as, onVote }: Deps): HTMLElement | undefined {
  const { poll } = message;
  if (!poll) return undefined;
  const mine = message.votes?.[as];
  const showsResults = poll.is_closed || mine !== undefined;
  const chosen = new Set<number>();
  const vote = el(
    'button',
    { type: 'button', class: 'poll-vote', disabled: true, onClick: () => onVote([...chosen]) },
    t('vote'),
  );

  function choose(position: number, row: HTMLElement): void {
    if (!poll?.allows_multiple_answers) {
      onVote([position]);
      return;
    }
    if (chosen.has(position)) chosen.delete(position);
    else chosen.add(position);
    row.setAttribute('aria-checked', String(chosen.has(position)));
    vote.disabled = chosen.size === 0;
  }

  const rows = poll.options.map((option, position) => {
    const share = poll.total_voter_count === 0 ? 0 : Math.round((option.voter_count / poll.total_voter_count) * 100);
    const isMine = mine?.includes(position) ?? false;
    if (showsResults) {
      const bar = el('i', { class: 'poll-bar' });
      bar.style.setProperty('--share', `${share}%`);
      const isRight = poll.correct_option_ids?.includes(position);
      return el(
        'div',
        { class: `poll-option result${isMine ? ' mine' : ''}${isRight ? ' right' : ''}` },
        el('span', { class: 'poll-share' }, `${share}%`),
        el('span', { class: 'poll-text' }, option.text, isMine && icon(ICONS.tick, 'icon poll-tick')),
        bar,
      );
    }
    const row = el(
      'button',
      {
        type: 'button',
        class: 'poll-option',
        role: poll.allows_multiple_answers ? 'checkbox' : undefined,
        'aria-checked': poll.allows_multiple_answers ? 'false' : undefined,
        onClick: () => choose(position, row),
      },
      el('span', { class: poll.allows_multiple_answers ? 'poll-mark square' : 'poll-mark' }),
      el('span', { class: 'poll-text' }, option.text),
    );
    return row;
  });

  const kind = poll.is_closed ? t('poll-closed') : t(poll.is_anonymous ? 'poll-anonymous' : 'poll-open');
  const mayTakeBack = mine !== undefined && !poll.is_closed && poll.allows_revoting;
  return el(
    'div',
    { class: 'poll' },
    el('strong', {}, poll.question),
    el('small', {}, kind),
    rows,
    showsResults || !poll.allows_multiple_answers ? false : vote,
    el(
      'small',
      { class: 'poll-total' },
      t('poll-total', { count: poll.total_voter_count }),
      mayTakeBack && el('button', { type: 'button', class: 'link', onClick: () => onVote([]) }, t('poll-take-back')),
    ),
  );
}
