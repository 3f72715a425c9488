import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { InsightsPage, InsightVoice, ReadInsight, TopicPage } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { quietMark } from '../shell/surfaces.ts';
import { InsightItem } from './InsightItem.tsx';
import { buttonRow, sheet } from './layout.ts';

const useStyles = makeStyles({
  topic: { ...sheet },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '0.5rem 1rem',
  },
  title: { fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600 },
  count: { fontWeight: 400, color: tokens.colorNeutralForeground2, paddingLeft: '0.75rem' },
  kind: { ...quietMark, color: tokens.colorNeutralForeground2, marginLeft: '0.75rem' },
  insight: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '0.25rem',
    padding: '0.875rem 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { marginTop: '0.75rem' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  refer: { minHeight: '44px', flexShrink: 0, color: tokens.colorNeutralForeground2, fontWeight: 400 },
  actions: { ...buttonRow },
});

export type Topic = InsightsPage['topics'][number];

type Props = {
  topic: Topic;
  voices: readonly InsightVoice[];
  /** The query of the page's search, for the next insights. */
  search: string;
  makesThemes: boolean;
  /** Handed over since the page was loaded. */
  gone: ReadonlySet<string>;
  picked: ReadonlySet<string>;
  onPick(insightId: string, picked: boolean): void;
  onRefer(insightId: string): void;
  onMake(topic: Topic): void;
};

/** One topic with its insights; the first few at once, the others when asked for. */
export function TopicSection(props: Props) {
  const { topic, voices, search, makesThemes, gone, picked } = props;
  const styles = useStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const [insights, setInsights] = useState<ReadInsight[]>(topic.insights);
  const [loading, setLoading] = useState(false);
  const shown = insights.filter(({ id }) => !gone.has(id));
  const count = topic.count - (insights.length - shown.length);
  const left = count - shown.length;
  const title = topic.id === null ? t('insights.justIn') : topic.title || t('insights.others');
  if (count === 0) return null;

  async function showMore(): Promise<void> {
    setLoading(true);
    const query = new URLSearchParams(search);
    if (topic.id) query.set('topic', topic.id);
    query.set('skip', String(shown.length));
    try {
      const page = await session.request<TopicPage>(`/api/insights/topic?${query}`);
      setInsights((known) => [
        ...known,
        ...page.insights.filter(({ id }) => !known.some((one) => one.id === id)),
      ]);
    } catch {
      // The button stays: it can be pressed again.
    } finally {
      setLoading(false);
    }
  }

  return (
    <section className={styles.topic} aria-label={title}>
      <div className={styles.heading}>
        <h2 className={styles.title}>
          <span lang={topic.title ? 'ja' : undefined}>{title}</span>
          {topic.kind && <span className={styles.kind}>{pick(topic.kind.label)}</span>}
          <span className={styles.count}>{t('insights.count', { n: count })}</span>
        </h2>
        {makesThemes && topic.id && (
          <div className={styles.actions}>
            <Button aria-label={t('insights.makeOf', { title })} onClick={() => props.onMake(topic)}>
              {t('insights.make')}
            </Button>
          </div>
        )}
      </div>
      <ul>
        {shown.map((insight) => (
          <li key={insight.id} className={styles.insight}>
            {makesThemes && (
              <Checkbox
                size="large"
                aria-label={t('insights.pick', { words: firstWords(insight) })}
                checked={picked.has(insight.id)}
                onChange={(_, { checked }) => props.onPick(insight.id, checked === true)}
              />
            )}
            <div className={styles.words}>
              <InsightItem insight={insight} voice={voices.find(({ id }) => id === insight.voiceId)} />
            </div>
            {makesThemes && (
              <Button
                appearance="subtle"
                className={styles.refer}
                aria-label={t('insights.referOf', { words: firstWords(insight) })}
                onClick={() => props.onRefer(insight.id)}
              >
                {t('insights.refer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.actions}>
          <Button
            appearance="subtle"
            disabledFocusable={loading}
            aria-label={t('insights.moreOf', { title, n: left })}
            onClick={() => void showMore()}
          >
            {t('insights.more', { n: left })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Enough to know which one is meant. */
function firstWords({ why, felt, change }: ReadInsight): string {
  const words = why || felt || change;
  return words.length > 20 ? `${words.slice(0, 20)}…` : words;
}
