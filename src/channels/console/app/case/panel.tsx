import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { Case, Me } from '../api.ts';
import { Icon, Skeleton } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import type { PanelName } from './command-bar.tsx';
import { ExtendPanel } from './extend-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { AskPanel, AssignPanel, CorrectRegistrationPanel, NotePanel, RegisterPanel } from './short-panels.tsx';

const HearPanel = lazy(() => import('./hear-panel.tsx').then(({ HearPanel }) => ({ default: HearPanel })));
const ForwardPanel = lazy(() => import('./forward-panel.tsx').then(({ ForwardPanel }) => ({ default: ForwardPanel })));
const ClosePanel = lazy(() => import('./shape-panels.tsx').then(({ ClosePanel }) => ({ default: ClosePanel })));
const SplitPanel = lazy(() => import('./shape-panels.tsx').then(({ SplitPanel }) => ({ default: SplitPanel })));
const RedirectPanel = lazy(() =>
  import('./redirect-panel.tsx').then(({ RedirectPanel }) => ({ default: RedirectPanel })),
);

export interface PanelProps {
  readonly found: Case;
  readonly me: Me;
  /** With words when something was done. */
  onClose(words?: string): void;
}

interface Props extends PanelProps {
  readonly name: PanelName;
  onOriginals(originals: ReadonlyMap<string, string>): void;
  onOpen(name: PanelName): void;
}

/** One form at a time, above the thread it is about. An internal note looks like nothing that leaves the house. */
export function Panel({ name, onOriginals, onOpen, ...props }: Props) {
  const { t } = useTexts();
  const section = useRef<HTMLElement>(null);
  useEffect(() => focusFirstField(section.current), []);
  // Whoever closes a form without a mouse stands again where it was opened.
  useEffect(
    () => () => {
      const bar = document.querySelector('.commands');
      const opener = bar?.querySelector<HTMLElement>(`[data-command=${name}]`);
      (opener ?? bar?.querySelector<HTMLElement>('button'))?.focus();
    },
    [name],
  );
  return (
    <section
      ref={section}
      className={`panel panel-${name}`}
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <header className="panel-head">
        <h2 id="panel-title">{t(`console-panel-${name.replaceAll('_', '-')}`)}</h2>
        <button type="button" className="plain" aria-label={t('console-close')} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </header>
      <Suspense fallback={<Skeleton rows={2} />}>{formOf(name, props, onOriginals, onOpen)}</Suspense>
    </section>
  );
}

/** Some forms come after their script, their words or what the law lets them offer. */
function focusFirstField(panel: HTMLElement | null): (() => void) | undefined {
  const found = () =>
    panel?.querySelector<HTMLElement>('[data-first]') ?? panel?.querySelector<HTMLElement>('input, textarea, select');
  found()?.focus();
  if (!panel || found()) return undefined;
  const watch = new MutationObserver(() => {
    if (!found()) return;
    watch.disconnect();
    found()?.focus();
  });
  watch.observe(panel, { childList: true, subtree: true });
  return () => watch.disconnect();
}

function formOf(
  name: PanelName,
  props: PanelProps,
  onOriginals: Props['onOriginals'],
  onOpen: Props['onOpen'],
): ReactNode {
  switch (name) {
    case 'register':
      return <RegisterPanel {...props} />;
    case 'correct_registration':
      return <CorrectRegistrationPanel {...props} />;
    case 'ask':
      return <AskPanel {...props} />;
    case 'note':
      return <NotePanel {...props} />;
    case 'assign':
      return <AssignPanel {...props} />;
    case 'extend':
      return <ExtendPanel {...props} />;
    case 'close':
      return <ClosePanel {...props} />;
    case 'split':
      return <SplitPanel {...props} />;
    case 'hear':
      return <HearPanel {...props} />;
    case 'forward':
      return <ForwardPanel {...props} />;
    case 'redirect':
      return <RedirectPanel {...props} onOpen={onOpen} />;
    case 'answer':
      return <AnswerPanel {...props} />;
    case 'read_identity':
      return <IdentityPanel {...props} onOriginals={onOriginals} />;
  }
}
