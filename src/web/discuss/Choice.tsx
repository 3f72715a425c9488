import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: '0.625rem',
    minHeight: '44px',
    cursor: 'pointer',
    lineHeight: 1.6,
  },
  radio: {
    flexShrink: 0,
    width: '1.25rem',
    height: '1.25rem',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

type Props<V extends string> = {
  legend: string;
  options: readonly { value: V; words: string }[];
  value: V;
  onChange(value: V): void;
};

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ legend, options, value, onChange }: Props<V>) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={mergeClasses(shared.label, styles.legend)}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.words}
        </label>
      ))}
    </fieldset>
  );
}
