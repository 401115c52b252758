import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Case, Me } from '../api.ts';
import { ErrorNote, Icon, Skeleton, showNumber } from '../bits.tsx';
import { useAnswerWork } from '../case/answer-work.ts';
import { useCaseKeys } from '../case/case-keys.ts';
import { CommandBar, type PanelName } from '../case/command-bar.tsx';
import { DraftCard } from '../case/draft-card.tsx';
import { Neighbours, NextCase } from '../case/neighbours.tsx';
import { useOthersAt } from '../case/others-at.ts';
import { Panel } from '../case/panel.tsx';
import { CaseDates, CaseSide } from '../case/side.tsx';
import { Thread } from '../case/thread.tsx';
import { Timeline } from '../case/timeline.tsx';
import type { PageProps } from '../page-props.ts';
import { useCase } from '../queries.ts';
import { PageTitle } from '../shell.tsx';
import '../styles/case.css';
import '../styles/thread.css';
import '../styles/panel.css';
import { useTexts } from '../texts.tsx';

export function CasePage({ me, params: { ticketId = '' } }: PageProps) {
  const found = useCase(ticketId);
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return <Skeleton rows={4} height="7rem" />;
  return <CaseView found={found.data} me={me} />;
}

function CaseView({ found, me }: { found: Case; me: Me }) {
  const { t, name } = useTexts();
  const [open, setOpen] = useState<PanelName | null>(null);
  const [told, setTold] = useState('');
  const [originals, setOriginals] = useState<ReadonlyMap<string, string>>(new Map());
  const { ticket, commands } = found;

  useEffect(() => {
    const wished = sessionStorage.getItem('dauys.open');
    if (wished === 'answer' && commands.includes('answer')) setOpen('answer');
    sessionStorage.removeItem('dauys.open');
  }, [commands]);

  const others = useOthersAt(ticket.id, ticket.revision, open === 'answer');
  const translates = useAnswerWork(found).data?.assistant ?? false;
  const writing = others.filter(({ isAnswering }) => isAnswering);
  useCaseKeys();

  return (
    <div className="case">
      <header className="case-head">
        <div className="case-ways">
          <Link href="/" className="back">
            <Icon name="back" /> {t('console-nav-inbox')}
          </Link>
          <Neighbours ticketId={ticket.id} />
        </div>
        <PageTitle>{`${showNumber(found.number)} · ${found.title || t('console-no-words')}`}</PageTitle>
        <p className="case-facts muted">
          <span className={`chip state-${ticket.state}`}>{t(`console-state-${ticket.state.replace('_', '-')}`)}</span>
          {found.urgent && <span className="chip strong">{t('console-urgent')}</span>}
          {found.sensitive && <span className="chip strong">{t('console-sensitive')}</span>}
          <span>
            {[
              t(`console-kind-${found.kind}`),
              found.topic && name(found.topic.name),
              me.agency === null && name(ticket.agency.name),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        {others.length > 0 && (
          <p className={writing.length > 0 ? 'others collision' : 'others'} role="status">
            <Icon name={writing.length > 0 ? 'alert' : 'eye'} />{' '}
            {writing.length > 0
              ? t('console-case-others-answer', { names: writing.map(({ name: who }) => who).join(', ') })
              : t('console-others-here', { names: others.map(({ name: who }) => who).join(', ') })}
          </p>
        )}
      </header>
      <CaseDates found={found} />
      <div className="case-main">
        <CommandBar found={found} me={me} open={open} onOpen={setOpen} onDone={setTold} />
        <p className="told" role="status">
          {told !== '' && (
            <>
              {told} <NextCase ticketId={ticket.id} />
            </>
          )}
        </p>
        {open && (
          <Panel
            key={open}
            name={open}
            found={found}
            me={me}
            onOriginals={setOriginals}
            onOpen={setOpen}
            onClose={(words) => {
              setOpen(null);
              if (words) setTold(words);
            }}
          />
        )}
        {open !== 'answer' && <DraftCard found={found} me={me} onDone={setTold} />}
        <Timeline found={found} />
        <Thread ticketId={ticket.id} entries={found.entries} originals={originals} translates={translates} />
      </div>
      <CaseSide found={found} me={me} onOpen={setOpen} />
      <p className="keys muted">{t('console-case-keys')}</p>
    </div>
  );
}
