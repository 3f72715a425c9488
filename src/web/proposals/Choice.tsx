import { useId } from 'react';
import type { Label } from '../../edges/http/contract.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';

type Props = { label: string; options: readonly Label[]; value: string; onChange(key: string): void };

/** One of a list, or none. */
export function Choice({ label, options, value, onChange }: Props) {
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
        className={shared.field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('propose.none')}</option>
        {options.map((one) => (
          <option key={one.key} value={one.key}>
            {pick(one.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
