import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { field, useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '0.375rem' },
  number: {
    ...field,
    width: '4.5rem',
    textAlign: 'center',
    fontSize: '1.125rem',
    fontVariantNumeric: 'tabular-nums',
    appearance: 'textfield',
    '::-webkit-inner-spin-button': { appearance: 'none' },
  },
});

type Props = {
  label: string;
  value: number;
  most: number;
  onChange(value: number): void;
};

/** How many people: typed, or one more and one less by a press. */
export function NumberStepper({ label, value, most, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const id = useId();
  const change = (next: number): void => onChange(Math.min(Math.max(next, 0), most));
  return (
    <div>
      <label htmlFor={id} className={shared.label}>
        {label}
      </label>
      <div className={styles.line}>
        <Button
          className={shared.press}
          icon={<SubtractRegular />}
          aria-label={t('discuss.held.less')}
          disabledFocusable={value <= 0}
          onClick={() => change(value - 1)}
        />
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          className={styles.number}
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => change(Math.trunc(event.target.valueAsNumber || 0))}
        />
        <Button
          className={shared.press}
          icon={<AddRegular />}
          aria-label={t('discuss.held.more')}
          onClick={() => change(value + 1)}
        />
      </div>
    </div>
  );
}
