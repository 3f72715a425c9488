import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { memo, type RefObject, useId, useMemo } from 'react';
import type { Sentence as SentenceData } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { DOCKED } from './layout.ts';
import { Sentence } from './Sentence.tsx';
import { turnsOf } from './transcript.rules.ts';

const useStyles = makeStyles({
  section: { [DOCKED]: { paddingTop: '2rem' } },
  large: { paddingTop: '2rem' },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '1rem',
    marginBottom: '1rem',
  },
  title: { fontSize: '1rem', lineHeight: 1.5, fontWeight: 600 },
  hint: { fontSize: '0.8125rem', lineHeight: 1.6, color: tokens.colorNeutralForeground3 },
  turns: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  turn: { paddingLeft: '1rem', borderLeft: '3px solid transparent' },
  customer: { borderLeftColor: tokens.colorBrandStroke1 },
  operator: { borderLeftColor: tokens.colorNeutralStroke2 },
  speaker: { fontSize: '0.8125rem', lineHeight: 1.5, fontWeight: 600, color: tokens.colorNeutralForeground3 },
  follow: {
    position: 'sticky',
    bottom: '1rem',
    zIndex: 4,
    display: 'block',
    margin: '1rem auto 0',
    width: 'fit-content',
    [DOCKED]: { bottom: '10rem' },
  },
  followButton: { minHeight: '44px', boxShadow: tokens.shadow8 },
  attribution: {
    marginTop: '1.5rem',
    fontSize: '0.75rem',
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground3,
  },
});

type Props = {
  ref: RefObject<HTMLElement | null>;
  sentences: readonly SentenceData[];
  attribution: string | null;
  /** The place of the sentence being spoken, -1 before the first. */
  current: number;
  /** Words first: they are set larger. */
  large: boolean;
  onJump(ms: number): void;
  /** Offered while the sound plays on and the person has scrolled away. */
  onFollow: (() => void) | null;
};

/** What was said, turn by turn; each sentence leads to its moment. */
export const Transcript = memo(function Transcript(props: Props) {
  const { ref, sentences, attribution, current, large, onJump, onFollow } = props;
  const styles = useStyles();
  const { t } = useWords();
  const titleId = useId();
  const turns = useMemo(() => turnsOf(sentences), [sentences]);
  const currentIndex = sentences[current]?.index;

  return (
    <section
      ref={ref}
      aria-labelledby={titleId}
      className={mergeClasses(styles.section, large && styles.large)}
    >
      <div className={styles.heading}>
        <h2 id={titleId} className={styles.title}>
          {t('transcript.title')}
        </h2>
        <p className={styles.hint}>{t('transcript.hint')}</p>
      </div>
      <ol className={styles.turns}>
        {turns.map((turn) => (
          <li
            key={turn.sentences[0]?.index}
            className={mergeClasses(
              styles.turn,
              turn.speaker === 'customer' ? styles.customer : styles.operator,
            )}
          >
            <p className={styles.speaker}>
              {turn.speaker === 'customer' ? t('transcript.customer') : t('transcript.operator')}
            </p>
            {turn.sentences.map((sentence) => (
              <Sentence
                key={sentence.index}
                place={sentences.indexOf(sentence)}
                sentence={sentence}
                current={sentence.index === currentIndex}
                large={large}
                onJump={onJump}
              />
            ))}
          </li>
        ))}
      </ol>
      {onFollow && (
        <div className={styles.follow}>
          <Button
            shape="circular"
            className={styles.followButton}
            icon={<ArrowDownRegular />}
            onClick={onFollow}
          >
            {t('transcript.follow')}
          </Button>
        </div>
      )}
      {attribution !== null && (
        <p className={styles.attribution} lang="en">
          {attribution}
        </p>
      )}
    </section>
  );
});
