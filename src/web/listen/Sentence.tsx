import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Sentence as SentenceData } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { visuallyHidden } from '../shell/visuallyHidden.ts';
import { partsOf } from './transcript.rules.ts';

const useStyles = makeStyles({
  sentence: {
    display: 'block',
    width: 'calc(100% + 0.75rem)',
    minHeight: '44px',
    margin: '0 0 0 -0.75rem',
    padding: '0.3rem 0.75rem',
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: '1.0625rem',
    lineHeight: 1.7,
    textAlign: 'start',
    textWrap: 'pretty',
    cursor: 'pointer',
    scrollMarginBottom: '11rem',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  large: { fontSize: '1.25rem', lineHeight: 1.8 },
  operator: { color: tokens.colorNeutralForeground2 },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    // High contrast has no second background: there the ring alone marks it.
    boxShadow: `inset 0 0 0 1.5px ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  masked: {
    display: 'inline-block',
    padding: '0 0.125em',
    fontSize: '0.875em',
    lineHeight: 1.5,
    whiteSpace: 'nowrap',
    textSpacingTrim: 'space-all',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { color: 'inherit', backgroundColor: 'transparent' },
  },
  hidden: visuallyHidden,
});

type Props = {
  /** Its place in the transcript, from 0. */
  place: number;
  sentence: SentenceData;
  current: boolean;
  large: boolean;
  onJump(ms: number): void;
};

/** One sentence: press it to go to its moment. What was masked stands as a chip with its kind. */
export const Sentence = memo(function Sentence({ place, sentence, current, large, onJump }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <button
      type="button"
      lang="ja"
      data-sentence={place}
      className={mergeClasses(
        styles.sentence,
        large && styles.large,
        sentence.speaker === 'operator' && styles.operator,
        current && styles.current,
      )}
      onClick={() => onJump(sentence.startMs)}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      {partsOf(sentence.text).map((part) =>
        part.masked ? (
          <span key={part.startsAt} className={styles.masked}>
            <span aria-hidden="true">【{part.text}】</span>
            <span className={styles.hidden}>{t('transcript.masked', { label: part.text })}</span>
          </span>
        ) : (
          part.text
        ),
      )}
    </button>
  );
});
