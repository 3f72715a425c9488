import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReferralEntry } from '../../edges/http/contract/themes.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { buttonRow, sheet } from './layout.ts';

const useStyles = makeStyles({
  entry: { ...sheet },
  row: { ...buttonRow, justifyContent: 'space-between', alignItems: 'center' },
  office: { fontWeight: 600, lineHeight: 1.7 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.25rem 1rem',
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  entry: Pick<ReferralEntry, 'office' | 'referredOn' | 'takenBy'>;
  /** What the button that opens it reads, where it is read without its surroundings. */
  readOf: (values: { office: string; day: string }) => string;
  isOpen: boolean;
  onToggle(): void;
  /** Shown while it is open. */
  children: ReactNode;
};

/** One entry of what was handed over, an insight or a proposal: nothing of it is shown before it is opened. */
export function HandedOver({ entry, readOf, isOpen, onToggle, children }: Props) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const day = dayInWords(entry.referredOn, locale);
  const office = pick(entry.office.label);
  return (
    <li className={styles.entry}>
      <div className={styles.row}>
        <div>
          <p className={styles.office}>{office}</p>
          <div className={styles.facts}>
            <span>{t('referrals.referredOn', { day })}</span>
            {entry.takenBy ? (
              <span>{t('referrals.takenBy', { name: pick(entry.takenBy) })}</span>
            ) : (
              <Badge appearance="tint" color="warning" size="large">
                {t('referrals.waiting')}
              </Badge>
            )}
          </div>
        </div>
        <Button aria-expanded={isOpen} aria-label={readOf({ office, day })} onClick={onToggle}>
          {isOpen ? t('referrals.close') : t('referrals.read')}
        </Button>
      </div>
      {isOpen && children}
    </li>
  );
}
