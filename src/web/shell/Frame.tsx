import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from './AppLink.tsx';
import { Header } from './Header.tsx';
import { addressOf, useAddress } from './router.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  skip: {
    position: 'absolute',
    left: '0.5rem',
    top: '0.5rem',
    zIndex: 20,
    padding: '0.75rem 1rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':not(:focus)': { clipPath: 'inset(50%)', height: '1px', width: '1px', padding: 0, overflow: 'hidden' },
  },
  column: {
    width: '100%',
    maxWidth: '72rem',
    margin: '0 auto',
    padding: '0 clamp(1rem, 4vw, 2rem)',
    boxSizing: 'border-box',
  },
  main: { flexGrow: 1, outline: 'none', ':focus-visible': { outline: 'none' } },
  footer: {
    paddingTop: '1.5rem',
    paddingBottom: '2rem',
    fontSize: '0.875rem',
  },
  footerLink: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

/** What every page has around it: skip link, header, main part, and the link to what is recorded. */
export function Frame({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const { t } = useWords();
  const { route, query } = useAddress();
  const main = useRef<HTMLElement>(null);
  const place =
    route.page === 'listen'
      ? route.voiceId
      : route.page === 'discuss'
        ? `${route.editionId} ${query.get('department') ?? ''}`
        : route.page === 'guides'
          ? `guides ${route.voiceId ?? ''}`
          : route.page === 'proposal'
            ? route.proposalId
            : route.page;
  const shown = useRef(place);

  // After a step inside the page, keyboard and screen reader continue at the top of the new page.
  useEffect(() => {
    if (shown.current !== place) main.current?.focus({ preventScroll: true });
    shown.current = place;
  }, [place]);

  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <Header className={styles.column} />
      <main ref={main} id="main" tabIndex={-1} className={mergeClasses(styles.column, styles.main)}>
        {children}
      </main>
      <footer className={mergeClasses(styles.column, styles.footer)}>
        {/* No page leads to itself. */}
        {route.page !== 'records' && (
          <AppLink className={styles.footerLink} to={addressOf('/records')}>
            {t('app.records')}
          </AppLink>
        )}
      </footer>
    </div>
  );
}
