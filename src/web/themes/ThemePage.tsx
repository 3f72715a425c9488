import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ThemePage as Page, ReadInsight } from '../../edges/http/contract/themes.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { InsightItem } from './InsightItem.tsx';
import { buttonRow, leadText, pageTitle, sheet } from './layout.ts';
import { PageTrouble } from './PageTrouble.tsx';
import { TellSection } from './TellSection.tsx';
import { ThemeForm } from './ThemeForm.tsx';
import { StateBadge } from './ThemesPage.tsx';
import { useAct } from './useAct.ts';

const useStyles = makeStyles({
  page: {
    maxWidth: '52rem',
    margin: '0 auto',
    paddingTop: 'clamp(1rem, 4vh, 2rem)',
    display: 'flex',
    flexDirection: 'column',
    gap: '1.25rem',
  },
  back: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  title: { ...pageTitle, textWrap: 'pretty' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem 1rem',
    marginTop: '0.5rem',
    color: tokens.colorNeutralForeground2,
  },
  sheet,
  part: { fontSize: '1.125rem', fontWeight: 600 },
  quiet: { ...leadText, marginTop: 0 },
  insight: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '0.5rem',
    padding: '0.875rem 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { marginTop: '0.75rem' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  remove: { minHeight: '44px', flexShrink: 0, fontWeight: 400, color: tokens.colorNeutralForeground2 },
  actions: { ...buttonRow },
});

/** A theme (課題): what it says, whom it is told, and which insights it comes from. */
export function ThemePage({ themeId }: { themeId: string }) {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(
    () => session.request<Page>(`/api/themes/${encodeURIComponent(themeId)}`),
    [session, themeId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('themes.theme'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  return <Theme first={answer.value} />;
}

function Theme({ first }: { first: Page }) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const [theme, setTheme] = useState(first);
  return (
    <div className={styles.page}>
      <div>
        <AppLink className={styles.back} to={addressOf('/themes')}>
          {t('themes.all')}
        </AppLink>
        <h1 className={styles.title} lang="ja">
          {theme.title}
        </h1>
        <div className={styles.facts}>
          <StateBadge state={theme.state} />
          <span>{t('themes.ofMonth', { month: monthInWords(theme.month, locale, true) })}</span>
          <span>{t('insights.count', { n: theme.insights })}</span>
        </div>
      </div>
      <section className={styles.sheet} aria-label={t('themes.theme')}>
        <ThemeForm theme={theme} onChange={setTheme} />
      </section>
      {theme.edits === 'all' && <TellSection theme={theme} onChange={setTheme} />}
      {theme.read && <Insights theme={theme} read={theme.read} onChange={setTheme} />}
    </div>
  );
}

type Props = { theme: Page; read: NonNullable<Page['read']>; onChange(theme: Page): void };

/** The insights of a theme, for the quality department. */
function Insights({ theme, read, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const { busy, trouble, send } = useAct();
  const left = theme.insights - read.insights.length;

  async function remove(insightId: string): Promise<void> {
    const next = await send<Page>(`/api/themes/${theme.id}`, { act: 'removeInsight', insightId });
    if (next) onChange(next);
  }

  async function showMore(): Promise<void> {
    const more = await session
      .request<Page>(`/api/themes/${theme.id}?skip=${read.insights.length}`)
      // The button stays: it can be pressed again.
      .catch(() => null);
    if (!more?.read) return;
    const known = new Set(read.insights.map(({ id }) => id));
    onChange({
      ...theme,
      read: {
        insights: [...read.insights, ...more.read.insights.filter(({ id }) => !known.has(id))],
        voices: [...read.voices, ...more.read.voices],
      },
    });
  }

  return (
    <section className={styles.sheet}>
      <h2 className={styles.part}>{t('themes.insights')}</h2>
      <p className={styles.quiet}>{t('themes.insightsLead')}</p>
      {trouble && <p role="alert">{trouble}</p>}
      <ul>
        {read.insights.map((insight) => (
          <li key={insight.id} className={styles.insight}>
            <div className={styles.words}>
              <InsightItem
                insight={others(insight, theme.id)}
                voice={read.voices.find(({ id }) => id === insight.voiceId)}
              />
            </div>
            {theme.edits === 'all' && (
              <Button
                appearance="subtle"
                className={styles.remove}
                disabledFocusable={busy}
                aria-label={t('themes.removeOf', { words: (insight.why || insight.felt).slice(0, 20) })}
                onClick={() => void remove(insight.id)}
              >
                {t('themes.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={() => void showMore()}>
            {t('insights.more', { n: left })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** No theme leads to itself. */
function others(insight: ReadInsight, themeId: string): ReadInsight {
  return { ...insight, themes: insight.themes.filter(({ id }) => id !== themeId) };
}
