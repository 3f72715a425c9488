import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { Label } from '../../edges/http/contract.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({ select: { width: '100%' } });

type Props = {
  label: string;
  options: readonly Label[];
  /** '': not said. */
  value: string;
  onChange(key: string): void;
};

/** One of the company's own words, or none. */
export function KeyChoice({ label, options, value, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={shared.label}>
        {label}
      </label>
      <select
        id={id}
        className={mergeClasses(shared.field, styles.select)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('propose.notSaid')}</option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {pick(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
