import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { InsightFields } from '../../edges/http/contract/discussion.ts';
import type { Label } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { GrowingText } from './GrowingText.tsx';

const useStyles = makeStyles({
  set: { border: 0, margin: '0 0 0.75rem', padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '0.5rem' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.5rem',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: '0 0.875rem 0 0.625rem',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(:checked)': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  tick: {
    width: '1.125rem',
    height: '1.125rem',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: 'none' },
  },
});

type Props = {
  feelings: readonly Label[];
  ticked: readonly string[];
  felt: string;
  onChange(change: Partial<InsightFields>): void;
};

/** What the customer felt: a handful to tick, and words. */
export function Feelings({ feelings, ticked, felt, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();

  function toggle(key: string, on: boolean): void {
    const others = ticked.filter((one) => one !== key);
    onChange({ feelings: on ? [...others, key] : others });
  }

  return (
    <div>
      <fieldset className={styles.set}>
        <legend className={mergeClasses(shared.label, styles.legend)}>{t('discuss.insight.felt')}</legend>
        <div className={styles.chips}>
          {feelings.map(({ key, label }) => (
            <label key={key} className={styles.chip}>
              <input
                type="checkbox"
                className={styles.tick}
                checked={ticked.includes(key)}
                onChange={(event) => toggle(key, event.target.checked)}
              />
              {pick(label)}
            </label>
          ))}
        </div>
      </fieldset>
      <GrowingText
        label={t('discuss.insight.feltWords')}
        value={felt}
        onChange={(words) => onChange({ felt: words })}
      />
    </div>
  );
}
