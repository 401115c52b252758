/** Slack's published limits of Block Kit; the real service answers `invalid_blocks` to these. */
export function blockProblem(blocks: unknown): string | null {
  if (!Array.isArray(blocks)) return null;
  if (blocks.length > 100) return 'more than 100 blocks';
  for (const block of blocks as Record<string, unknown>[]) {
    const elements = (block['elements'] ?? []) as Record<string, unknown>[];
    if (block['type'] === 'header' && textOf(block).length > 150) return 'header longer than 150';
    if (block['type'] === 'section' && (textOf(block).length > 3_000 || textOf(block) === ''))
      return 'section empty or longer than 3000';
    if (block['type'] === 'actions' && elements.length > 25) return 'more than 25 elements';
    for (const element of [...elements, block['accessory'] as Record<string, unknown>].filter(Boolean)) {
      if (element['type'] !== 'button') continue;
      if (textOf(element).length > 75) return 'button longer than 75';
      if (String(element['value'] ?? '').length > 2_000) return 'value longer than 2000';
    }
  }
  return null;
}

/** Messages carry 50 blocks, modals and home 100. */
export const messageProblem = (blocks: unknown): string | null =>
  Array.isArray(blocks) && blocks.length > 50 ? 'more than 50 blocks' : blockProblem(blocks);

export function viewProblem(view: Record<string, unknown>): string | null {
  if (String(view['private_metadata'] ?? '').length > 3_000) return 'private_metadata longer than 3000';
  const { title, submit, close } = view as {
    title?: { text: string };
    submit?: { text: string };
    close?: { text: string };
  };
  if ([title, submit, close].some((label) => (label?.text.length ?? 0) > 24)) return 'label longer than 24';
  return blockProblem(view['blocks']);
}

const textOf = (part: Record<string, unknown>): string => (part['text'] as { text?: string } | undefined)?.text ?? '';
