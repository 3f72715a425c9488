import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language';
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap';
import { speak, useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from './AppLink.tsx';
import { addressOf, setQuery } from './router.ts';
import { visuallyHidden } from './visuallyHidden.ts';

/** Too narrow for every word: the icon speaks for itself, the word to the screen reader. */
const NARROW = '@media (max-width: 30rem)';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '1rem',
    paddingTop: '0.5rem',
    paddingBottom: '0.5rem',
  },
  programme: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground1,
  },
  side: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.25rem',
    marginRight: '-0.5rem',
  },
  person: { color: tokens.colorNeutralForeground2, fontSize: '0.875rem', paddingRight: '0.25rem' },
  words: { [NARROW]: visuallyHidden },
  quiet: { minHeight: '44px', minWidth: '44px', fontWeight: 400, color: tokens.colorNeutralForeground2 },
});

/** The programme's name, who is listening (locally: and how to be somebody else), and the language. */
export function Header({ className }: { className: string }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { session, view } = useSession();
  const site = session.site();
  const person = view.status === 'active' ? view.person : null;

  function changeLanguage(): void {
    const next = locale === 'ja' ? 'en' : 'ja';
    setQuery('locale', next);
    speak(next);
  }

  return (
    <header className={mergeClasses(styles.header, className)}>
      <AppLink className={styles.programme} to={addressOf('/')} appearance="subtle">
        {site ? pick(site.programmeName) : t('app.name')}
      </AppLink>
      <div className={styles.side}>
        {person && <span className={styles.person}>{pick(person.name)}</span>}
        {person && site?.localSignIn && (
          <Button
            className={styles.quiet}
            appearance="subtle"
            icon={<PersonSwapRegular />}
            onClick={() => session.switchPerson()}
          >
            <span className={styles.words}>{t('app.switchPerson')}</span>
          </Button>
        )}
        <Button
          className={styles.quiet}
          appearance="subtle"
          icon={<LocalLanguageRegular />}
          onClick={changeLanguage}
          lang={locale === 'ja' ? 'en' : 'ja'}
        >
          {t('app.language')}
        </Button>
      </div>
    </header>
  );
}
