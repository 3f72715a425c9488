import { makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useCallback, useState } from 'react';
import type { NewTheme, InsightsPage as Page } from '../../edges/http/contract/themes.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useAddress } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { FILTERS, InsightFilters } from './InsightFilters.tsx';
import { leadText, pageTitle } from './layout.ts';
import { MakeThemeDialog } from './MakeThemeDialog.tsx';
import { PageTrouble } from './PageTrouble.tsx';
import { PickedBar } from './PickedBar.tsx';
import { ReferDialog } from './ReferDialog.tsx';
import { type Topic, TopicSection } from './TopicSection.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '60rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2rem)' },
  title: pageTitle,
  lead: leadText,
  found: { margin: '0.5rem 0 1rem', color: tokens.colorNeutralForeground2 },
  topics: { display: 'flex', flexDirection: 'column', gap: '1rem' },
});

/** A month's insights of the whole company, by what they are about. */
export function InsightsPage() {
  const { t } = useWords();
  const { session } = useSession();
  const { query } = useAddress();
  const search = searchOf(query);
  const ask = useCallback(
    async () => ({ search, page: await session.request<Page>(`/api/insights?${search}`) }),
    [session, search],
  );
  const { answer, retry } = useAnswer(ask);
  // While the next search is under way the page stays as it is.
  const [last, setLast] = useState<Found | null>(null);
  if (answer.state === 'ready' && answer.value !== last) setLast(answer.value);
  useTitle(t('desk.insights'));
  if (answer.state === 'failed') return <PageTrouble error={answer.error} onRetry={retry} />;
  const found = answer.state === 'ready' ? answer.value : last;
  if (!found) return <Loading words={t('app.loading')} />;
  const { month } = found.page;
  if (month === null) {
    return (
      <Notice icon={<LightbulbRegular />} title={t('insights.noneTitle')} body={t('insights.noneBody')} />
    );
  }
  return <Insights {...found} month={month} query={query} isOld={answer.state !== 'ready'} />;
}

/** A page, and what it was asked for. */
type Found = { page: Page; search: string };

type Props = Found & { month: string; query: URLSearchParams; isOld: boolean };

/** Insights that a theme is about to be made of. */
type Choice = { from: NewTheme['from']; count: number; title: string };

function Insights({ page, search, month, query, isOld }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [making, setMaking] = useState<Choice | null>(null);
  const [referring, setReferring] = useState<string | null>(null);
  const asked = new URLSearchParams(search);
  asked.set('month', month);

  function pick(insightId: string, isPicked: boolean): void {
    setPicked((known) => {
      const next = new Set(known);
      if (isPicked) next.add(insightId);
      else next.delete(insightId);
      return next;
    });
  }

  function makeOf(topic: Topic): void {
    if (!topic.id) return;
    const filters = FILTERS.flatMap((name) => {
      const value = asked.get(name);
      return value ? [[name, value] as const] : [];
    });
    setMaking({
      from: { topicId: topic.id, month, search: Object.fromEntries(filters) },
      count: topic.count,
      title: topic.title,
    });
  }

  return (
    <div className={styles.page} aria-busy={isOld}>
      <h1 className={styles.title}>{t('insights.title', { month: monthInWords(month, locale, false) })}</h1>
      <p className={styles.lead}>{t('insights.lead')}</p>
      <InsightFilters page={page} query={query} />
      <p className={styles.found} role="status">
        {page.found === 0 ? t('insights.nothing') : t('insights.found', { n: page.found })}
      </p>
      <div className={styles.topics}>
        {page.topics.map((topic) => (
          <TopicSection
            key={`${topic.id} ${asked}`}
            topic={topic}
            voices={page.voices}
            search={asked.toString()}
            makesThemes={page.makesThemes}
            gone={gone}
            picked={picked}
            onPick={pick}
            onRefer={setReferring}
            onMake={makeOf}
          />
        ))}
        {picked.size > 0 && (
          <PickedBar
            count={picked.size}
            onMake={() => setMaking({ from: { insightIds: [...picked] }, count: picked.size, title: '' })}
            onClear={() => setPicked(new Set())}
          />
        )}
      </div>
      {making && <MakeThemeDialog {...making} month={month} onClose={() => setMaking(null)} />}
      {referring && (
        <ReferDialog
          path={`/api/insights/${referring}`}
          act="refer"
          offices={page.offices}
          openOffices={page.openOffices}
          onClose={() => setReferring(null)}
          onDone={() => {
            setGone((known) => new Set(known).add(referring));
            pick(referring, false);
            setReferring(null);
          }}
        />
      )}
    </div>
  );
}

/** What of the address the server is asked for. */
function searchOf(query: URLSearchParams): string {
  const search = new URLSearchParams();
  for (const name of ['month', ...FILTERS]) {
    const value = query.get(name);
    if (value) search.set(name, value);
  }
  return search.toString();
}
