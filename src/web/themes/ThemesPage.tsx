import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { TagRegular } from '@fluentui/react-icons/svg/tag';
import { useCallback } from 'react';
import type { ThemeList, ThemeOverview, ThemeState } from '../../edges/http/contract/themes.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { wholeCard } from '../shell/wholeCard.ts';
import { leadText, pageTitle, sheet } from './layout.ts';
import { PageTrouble } from './PageTrouble.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  title: pageTitle,
  lead: leadText,
  month: { fontSize: '1.125rem', fontWeight: 600, margin: '2rem 0 0.75rem' },
  themes: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  theme: {
    ...sheet,
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: { ...wholeCard, color: tokens.colorNeutralForeground1, fontSize: '1.0625rem', lineHeight: 1.7 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    marginTop: '0.5rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
  },
});

/** Themes, newest month first. */
export function ThemesPage() {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ThemeList>('/api/themes'), [session]);
  const { answer, retry } = useAnswer(ask);
  useTitle(t('desk.themes'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const { themes, makesThemes } = answer.value;
  if (themes.length === 0) {
    return (
      <Notice
        icon={<TagRegular />}
        title={t('themes.noneTitle')}
        body={t(makesThemes ? 'themes.noneBody' : 'themes.noneOwned')}
      >
        {makesThemes && <AppLink to={addressOf('/insights')}>{t('desk.insights')}</AppLink>}
      </Notice>
    );
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('desk.themes')}</h1>
      <p className={styles.lead}>{t('themes.lead')}</p>
      {[...Map.groupBy(themes, ({ month }) => month)].map(([month, ofMonth]) => (
        <section key={month}>
          <h2 className={styles.month}>{monthInWords(month, locale, true)}</h2>
          <ul className={styles.themes}>
            {ofMonth.map((theme) => (
              <Entry key={theme.id} theme={theme} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ theme }: { theme: ThemeOverview }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <li className={styles.theme}>
      <AppLink className={styles.name} to={addressOf(`/themes/${theme.id}`)} appearance="subtle">
        <span lang="ja">{theme.title}</span>
      </AppLink>
      <div className={styles.facts}>
        <StateBadge state={theme.state} />
        <span>{theme.owner ? pick(theme.owner.name) : t('themes.noOwner')}</span>
        <span>{t('insights.count', { n: theme.insights })}</span>
      </div>
    </li>
  );
}

/** How far a theme is, in a word. */
export function StateBadge({ state }: { state: ThemeState }) {
  const { t } = useWords();
  const words = { open: t('themes.open'), answered: t('themes.answered'), told: t('themes.told') };
  const colors = { open: 'warning', answered: 'informative', told: 'success' } as const;
  return (
    <Badge appearance="tint" size="large" color={colors[state]}>
      {words[state]}
    </Badge>
  );
}
