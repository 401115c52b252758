import type { types } from '@slack/bolt';
import type { OUTCOMES } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { OfficerCard } from '../officer-cards/index.ts';

type KnownBlock = types.KnownBlock;
type PlainTextElement = types.PlainTextElement;

/** Slack's published limits. */
export const LIMITS = {
  blocks: 50,
  section: 3_000,
  header: 150,
  button: 75,
  value: 2_000,
  actions: 25,
  fallback: 3_000,
} as const;

export function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`;
}

/** Never mrkdwn: a citizen's words must not call `@channel` or draw a link. Empty text is refused by Slack. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, limit) || '—',
  emoji: false,
});

/** Slack reads `&`, `<` and `>` in fallback texts. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A long text in as many sections as it needs, each within the limit. */
export function sectionsOf(text: string): KnownBlock[] {
  const sections: KnownBlock[] = [];
  for (let rest = text.trim(); rest !== '' && sections.length < LIMITS.blocks - 5; ) {
    const breakAt = rest.length <= LIMITS.section ? rest.length : Math.max(rest.lastIndexOf(' ', LIMITS.section), 1);
    const end = breakAt > LIMITS.section / 2 ? breakAt : LIMITS.section;
    sections.push({ type: 'section', text: plain(rest.slice(0, end).toWellFormed(), LIMITS.section) });
    rest = rest.slice(end).trimStart();
  }
  return sections;
}

const PRIMARY = 'take';

/** The card as Slack shows it: the same blocks when posted and when edited in place. */
export function cardBlocks(card: OfficerCard): { text: string; blocks: KnownBlock[] } {
  const details = card.lines.join('\n');
  const blocks: KnownBlock[] = [
    { type: 'header', text: plain(card.title, LIMITS.header) },
    ...(details ? [{ type: 'section', text: plain(details, LIMITS.section) } as const] : []),
    ...(card.excerpt ? sectionsOf(card.excerpt) : []),
    {
      type: 'actions',
      block_id: 'ticket',
      elements: [
        ...card.buttons.slice(0, LIMITS.actions - 1).map(({ verb, label }) => ({
          type: 'button' as const,
          action_id: `t:${verb}`,
          text: plain(label, LIMITS.button),
          value: card.ticketId,
          ...(verb === PRIMARY ? { style: 'primary' as const } : {}),
        })),
        {
          type: 'button',
          action_id: 't:open',
          text: plain(card.open.label, LIMITS.button),
          url: card.open.url,
          value: card.ticketId,
        },
      ],
    },
  ];
  return {
    text: cut(escaped([card.title, ...card.lines].join(' · ')), LIMITS.fallback),
    blocks: blocks.slice(0, LIMITS.blocks),
  };
}

/** What is about to leave, with one button for each way to send it. */
export function previewBlocks(
  t: Translate,
  language: Language,
  { text, pendingId, outcomes }: { text: string; pendingId: string; outcomes: readonly (typeof OUTCOMES)[number][] },
): KnownBlock[] {
  const button = (id: string, label: string, style?: 'primary' | 'danger') => ({
    type: 'button' as const,
    action_id: `p:${id}`,
    text: plain(label, LIMITS.button),
    value: pendingId,
    ...(style ? { style } : {}),
  });
  return [
    ...sectionsOf(text),
    {
      type: 'actions',
      block_id: 'preview',
      elements: [
        ...(outcomes.length > 0
          ? outcomes.map((outcome) => button(outcome, t(language, 'officers-outcome', { outcome }), 'primary'))
          : [button('send', t(language, 'officers-button-send'), 'primary')]),
        button('cancel', t(language, 'officers-button-cancel')),
      ],
    },
  ];
}
