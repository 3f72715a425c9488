import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { InsightWords } from './InsightWords.tsx';
import { SuggestedMark } from './SuggestedMark.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    padding: '0.875rem 1rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: '0.5rem',
  },
  lifted: {
    zIndex: 8,
    boxShadow: tokens.shadow28,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    cursor: 'grabbing',
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '0.5rem' },
  author: { fontSize: '0.875rem', color: tokens.colorNeutralForeground2 },
  voice: {
    fontSize: '0.8125rem',
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground2,
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    paddingLeft: '0.5rem',
    // One line says which; the whole sentence stands on the page above.
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  tools: { display: 'flex', margin: '-0.375rem -0.5rem -0.375rem 0' },
});

type Props = {
  insight: ShownInsight;
  /** Which voice it is about, where the month has several. */
  voice: string | null;
  /** What the leader may do with it. */
  tools?: ReactNode;
  /** How far it is dragged away from its place, while it is. */
  dragged?: { x: number; y: number } | null;
};

/** One insight that everybody reads. */
export function InsightCard({ insight, voice, tools, dragged }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <li
      className={mergeClasses(styles.card, dragged ? styles.lifted : undefined)}
      {...(dragged ? { style: { translate: `${dragged.x}px ${dragged.y}px`, pointerEvents: 'none' } } : {})}
    >
      <div className={styles.head}>
        <span className={styles.author}>
          {insight.author ? pick(insight.author) : t('discuss.insight.nobody')}
        </span>
        {tools && <div className={styles.tools}>{tools}</div>}
      </div>
      {voice !== null && (
        <p className={styles.voice} title={voice}>
          {voice}
        </p>
      )}
      <InsightWords insight={insight} />
      {insight.suggested && <SuggestedMark sourceId={insight.id} />}
    </li>
  );
}
