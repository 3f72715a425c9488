import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Label } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';

type Props = {
  offices: readonly Label[];
  /** Keys of those for which somebody reads; undefined: that is not known. */
  open: readonly string[] | undefined;
  office: string;
  onChoose(office: string): void;
};

/** The offices, one to choose; to one for which nobody reads nothing is handed over, and it says so beforehand. */
export function OfficeChoice({ offices, open, office, onChoose }: Props) {
  const { t, pick } = useWords();
  return (
    <RadioGroup
      aria-label={t('referrals.office')}
      value={office}
      onChange={(_, { value }) => onChoose(value)}
    >
      {offices.map(({ key, label }) => {
        const isClosed = open !== undefined && !open.includes(key);
        const words = isClosed ? t('referrals.noReader', { office: pick(label) }) : pick(label);
        return <Radio key={key} value={key} label={words} disabled={isClosed} />;
      })}
    </RadioGroup>
  );
}
