import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Bilingual } from '../../edges/http/contract.ts';
import { field } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { useGrowingArea } from '../shell/useGrowingArea.ts';

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: 600, lineHeight: 1.6 },
  hint: {
    margin: '0 0 0.5rem',
    fontSize: '0.875rem',
    lineHeight: 1.7,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: '0.5rem 1rem',
  },
  language: { display: 'block', fontSize: '0.8125rem', color: tokens.colorNeutralForeground2 },
  text: {
    ...field,
    display: 'block',
    resize: 'none',
    overflow: 'hidden',
    fieldSizing: 'content',
    // Phrases that jump while one types them are hard to write.
    ':lang(ja)': { wordBreak: 'normal' },
    // The bar at the bottom never lies over what is being written.
    scrollMarginBottom: '9rem',
  },
  wrong: { border: `2px solid ${tokens.colorStatusDangerForeground3}` },
  error: { marginTop: '0.375rem', lineHeight: 1.6, color: tokens.colorStatusDangerForeground3 },
});

type Props = {
  legend: string;
  hint?: string;
  value: Bilingual;
  longest: number;
  /** What is wrong with it; says so below. */
  error?: string | undefined;
  onChange(value: Bilingual): void;
  onFocus?: () => void;
};

/** One text in both languages; each grows with what is written. */
export function TextPair({ legend, hint, value, longest, error, onChange, onFocus }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const errorId = useId();
  const words = { ja: t('guides.japanese'), en: t('guides.english') };
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.pair}>
        {(['ja', 'en'] as const).map((locale) => (
          <GrowingArea
            key={locale}
            locale={locale}
            label={words[locale]}
            value={value[locale]}
            longest={longest}
            errorId={error !== undefined && value[locale].trim() === '' ? errorId : null}
            onChange={(text) => onChange({ ...value, [locale]: text })}
            {...(onFocus ? { onFocus } : {})}
          />
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

type AreaProps = {
  locale: 'ja' | 'en';
  label: string;
  value: string;
  longest: number;
  errorId: string | null;
  onChange(text: string): void;
  onFocus?: () => void;
};

function GrowingArea({ locale, label, value, longest, errorId, onChange, onFocus }: AreaProps) {
  const styles = useStyles();
  const id = useId();
  const area = useGrowingArea(value);

  return (
    <div>
      <label htmlFor={id} className={styles.language}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        lang={locale}
        rows={1}
        maxLength={longest}
        className={mergeClasses(styles.text, errorId !== null && styles.wrong)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        {...(errorId === null ? {} : { 'aria-invalid': true, 'aria-describedby': errorId })}
      />
    </div>
  );
}
