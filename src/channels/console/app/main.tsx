import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Router, Switch } from 'wouter';
import { isSignedOut, queryClient } from './api.ts';
import { AREAS } from './areas.ts';
import { Empty, ErrorNote, Skeleton } from './bits.tsx';
import { Failure } from './failure.tsx';
import { askEarly, useLiveNews, useMe } from './queries.ts';
import { PageTitle, Shell } from './shell.tsx';
import './styles/base.css';
import './styles/inbox.css';
import { AreaTexts, TextsProvider, useTexts } from './texts.tsx';
import { firstTheme } from './theme.ts';

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
            {AREAS.flatMap(({ pages }) => pages).map(({ path, texts, component: Component }) => (
              <Route key={path} path={path}>
                {(params) => {
                  const page = <Component key={Object.values(params).join('/')} me={me.data} params={params} />;
                  return texts ? (
                    <AreaTexts area={texts} waiting={<Skeleton />}>
                      {page}
                    </AreaTexts>
                  ) : (
                    page
                  );
                }}
              </Route>
            ))}
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
