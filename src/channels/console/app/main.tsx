import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Router, Switch } from 'wouter';
import { isSignedOut, queryClient } from './api.ts';
import { Empty, ErrorNote, Skeleton } from './bits.tsx';
import { Failure } from './failure.tsx';
import { InboxPage } from './pages/inbox.tsx';
import { askEarly, useLiveNews, useMe } from './queries.ts';
import { PageTitle, Shell } from './shell.tsx';
import './styles/base.css';
import './styles/inbox.css';
import { TextsProvider, useTexts } from './texts.tsx';
import { firstTheme } from './theme.ts';

const CasePage = lazy(() => import('./pages/case.tsx').then(({ CasePage }) => ({ default: CasePage })));
const CaseByNumber = lazy(() =>
  import('./pages/case-by-number.tsx').then(({ CaseByNumber }) => ({ default: CaseByNumber })),
);
const TriagePage = lazy(() => import('./pages/triage.tsx').then(({ TriagePage }) => ({ default: TriagePage })));
const TeamPage = lazy(() => import('./pages/team.tsx').then(({ TeamPage }) => ({ default: TeamPage })));
const ParkedPage = lazy(() => import('./pages/parked.tsx').then(({ ParkedPage }) => ({ default: ParkedPage })));
const JournalPage = lazy(() => import('./pages/journal.tsx').then(({ JournalPage }) => ({ default: JournalPage })));
const SettingsPage = lazy(() => import('./pages/settings.tsx').then(({ SettingsPage }) => ({ default: SettingsPage })));
const SignInPage = lazy(() => import('./pages/sign-in.tsx').then(({ SignInPage }) => ({ default: SignInPage })));

function SignedIn() {
  const me = useMe();
  useLiveNews(me.isSuccess);
  if (isSignedOut(me.error)) {
    sessionStorage.setItem('dauys.next', location.pathname);
    return <Redirect to="/sign-in" />;
  }
  if (me.error) return <ErrorNote error={me.error} />;
  if (!me.data) return <Skeleton />;
  return (
    <Shell me={me.data}>
      <Failure>
        <Suspense fallback={<Skeleton />}>
          <Switch>
            <Route path="/">
              <InboxPage me={me.data} />
            </Route>
            <Route path="/tickets/:ticketId">
              {({ ticketId }) => <CasePage key={ticketId} ticketId={ticketId} me={me.data} />}
            </Route>
            <Route path="/cases/:number">{({ number }) => <CaseByNumber number={number} />}</Route>
            <Route path="/triage">
              <TriagePage />
            </Route>
            <Route path="/team">
              <TeamPage me={me.data} />
            </Route>
            <Route path="/parked">
              <ParkedPage />
            </Route>
            <Route path="/journal/:number?">{({ number }) => <JournalPage number={number} />}</Route>
            <Route path="/settings">
              <SettingsPage me={me.data} />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Failure>
    </Shell>
  );
}

function NotFound() {
  const { t } = useTexts();
  return (
    <>
      <PageTitle>{t('console-not-found')}</PageTitle>
      <Empty title={t('console-not-found-hint')} />
    </>
  );
}

document.documentElement.dataset.theme = firstTheme();
askEarly(queryClient);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TextsProvider>
          <Router base="/console">
            <Switch>
              <Route path="/sign-in">
                <Suspense>
                  <SignInPage />
                </Suspense>
              </Route>
              <Route>
                <SignedIn />
              </Route>
            </Switch>
          </Router>
        </TextsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
