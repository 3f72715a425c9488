import { FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { HomePage } from './home/HomePage.tsx';
import { localeOf, speak, useWords } from './i18n/i18n.ts';
import { ListenPage } from './listen/ListenPage.tsx';
import { beginningOf } from './proposals/beginning.rules.ts';
import { RecordsPage } from './records/RecordsPage.tsx';
import { SignIn } from './session/SignIn.tsx';
import { useSession } from './session/useSession.ts';
import { useAppearance } from './shell/appearance.ts';
import { Frame } from './shell/Frame.tsx';
import { useGlobalStyles } from './shell/globalStyles.ts';
import { Loading } from './shell/Loading.tsx';
import { Missing } from './shell/Missing.tsx';
import { useAddress } from './shell/router.ts';
import { Trouble } from './shell/Trouble.tsx';

/** Fetched when it is opened: who only listens does not wait for it. */
const DiscussPage = lazy(async () => ({
  default: (await import('./discuss/DiscussPage.tsx')).DiscussPage,
}));
/** The same: few people open it. */
const ReportsPage = lazy(async () => ({
  default: (await import('./reports/ReportsPage.tsx')).ReportsPage,
}));

const InsightsPage = lazy(async () => ({
  default: (await import('./themes/InsightsPage.tsx')).InsightsPage,
}));
const ReferralsPage = lazy(async () => ({
  default: (await import('./themes/ReferralsPage.tsx')).ReferralsPage,
}));
const ThemePage = lazy(async () => ({ default: (await import('./themes/ThemePage.tsx')).ThemePage }));
const ThemesPage = lazy(async () => ({ default: (await import('./themes/ThemesPage.tsx')).ThemesPage }));

/** Of use to curators alone. */
const GuidesPage = lazy(async () => ({
  default: (await import('./guides/GuidesPage.tsx')).GuidesPage,
}));

/** Of the quality department; examples are for everybody. */
const BoardPage = lazy(async () => ({
  default: (await import('./proposals/triage/BoardPage.tsx')).BoardPage,
}));
const LedgerPage = lazy(async () => ({
  default: (await import('./proposals/triage/LedgerPage.tsx')).LedgerPage,
}));
const ExamplesPage = lazy(async () => ({
  default: (await import('./proposals/triage/ExamplesPage.tsx')).ExamplesPage,
}));
const ProposePage = lazy(async () => ({
  default: (await import('./proposals/ProposePage.tsx')).ProposePage,
}));
const OwnProposalsPage = lazy(async () => ({
  default: (await import('./proposals/OwnProposalsPage.tsx')).OwnProposalsPage,
}));
const ProposalPage = lazy(async () => ({
  default: (await import('./proposals/ProposalPage.tsx')).ProposalPage,
}));

/** The whole of the pages: look, frame, and the page that the address stands for. */
export function App() {
  useGlobalStyles();
  const { theme } = useAppearance();
  const { query } = useAddress();
  const { view } = useSession();
  // Until somebody signs in, the page speaks as the browser does.
  const ownLocale = 'person' in view ? view.person.locale : navigator.language;
  const chosenElsewhere = query.has('locale') || query.get('in') === 'teams';

  useEffect(() => {
    if (!chosenElsewhere) speak(localeOf(ownLocale));
  }, [ownLocale, chosenElsewhere]);

  return (
    <FluentProvider theme={theme}>
      <Frame>
        <Page />
      </Frame>
    </FluentProvider>
  );
}

function Page() {
  const { t } = useWords();
  const { route, query } = useAddress();
  const { session, view } = useSession();
  if (route.page === 'records') return <RecordsPage />;
  if (route.page === 'missing') {
    return <Missing title={t('trouble.missingTitle')} body={t('trouble.missingBody')} />;
  }
  if (view.status === 'starting') return <Loading words={t('app.loading')} />;
  if (view.status === 'unreachable') return <Trouble onRetry={() => void session.start()} />;
  if (view.status === 'signedOut') return <SignIn linkRefused={view.linkRefused} />;
  const expired = view.status === 'expired';
  return (
    <>
      {expired && <SignIn linkRefused={false} />}
      {/* An expired page keeps its place, out of sight, until the same person signs in again. */}
      <div hidden={expired} key={view.person.id}>
        {route.page === 'home' && <HomePage />}
        {route.page === 'reports' && (
          <Suspense fallback={<Loading words={t('app.loading')} />}>
            <ReportsPage />
          </Suspense>
        )}
        {route.page === 'listen' && (
          <ListenPage key={route.voiceId} voiceId={route.voiceId} active={!expired} />
        )}
        {route.page === 'discuss' && (
          <Suspense fallback={<Loading words={t('app.loading')} />}>
            <DiscussPage key={route.editionId} editionId={route.editionId} />
          </Suspense>
        )}
        <Suspense fallback={<Loading words={t('app.loading')} />}>
          {route.page === 'insights' && <InsightsPage />}
          {route.page === 'themes' && <ThemesPage />}
          {route.page === 'theme' && <ThemePage key={route.themeId} themeId={route.themeId} />}
          {route.page === 'referrals' && <ReferralsPage />}
          {route.page === 'board' && <BoardPage />}
          {route.page === 'ledger' && <LedgerPage />}
          {route.page === 'examples' && <ExamplesPage />}
          {route.page === 'propose' && <ProposePage key={beginningOf(query)} query={query} />}
          {route.page === 'proposals' && <OwnProposalsPage />}
          {route.page === 'proposal' && <ProposalPage key={route.proposalId} proposalId={route.proposalId} />}
          {route.page === 'guides' && <GuidesPage voiceId={route.voiceId} />}
        </Suspense>
      </div>
    </>
  );
}
