import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  choice: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    margin: 0,
    gap: '0.25rem',
    padding: '0.25rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: { minHeight: '40px', borderRadius: tokens.borderRadiusLarge },
});

type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly (readonly [NoInfer<V>, string])[];
  onChange(value: NoInfer<V>): void;
};

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ label, value, options, onChange }: Props<V>) {
  const styles = useStyles();
  return (
    <fieldset aria-label={label} className={styles.choice}>
      {options.map(([option, words]) => (
        <ToggleButton
          key={option}
          className={styles.option}
          appearance={option === value ? 'primary' : 'subtle'}
          checked={option === value}
          onClick={() => onChange(option)}
        >
          {words}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
