import { makeStyles, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { WorkItem } from '../../../edges/http/contract/proposalWork.ts';
import { useWords } from '../../i18n/i18n.ts';
import { overdueKeys, priorityKeys } from './states.ts';

const useStyles = makeStyles({
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.125rem 0.75rem',
    fontSize: '0.8125rem',
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground2,
  },
  mark: { display: 'inline-flex', alignItems: 'center', gap: '0.25rem' },
  late: { fontWeight: 600, color: tokens.colorStatusDangerForeground3 },
  high: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
});

/** What is worth knowing about a proposal at a glance: overdue, urgent, supported, for how long, whose. */
export function Marks({ item, withOwner }: { item: WorkItem; withOwner: boolean }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <div className={styles.marks}>
      {item.overdue && (
        <span className={`${styles.mark} ${styles.late}`}>
          <AlertRegular aria-hidden />
          {t(overdueKeys[item.overdue])}
        </span>
      )}
      {item.priority === 'high' && (
        <span className={`${styles.mark} ${styles.high}`}>
          <ArrowUpRegular aria-hidden />
          {t(priorityKeys.high)}
        </span>
      )}
      {item.supporters > 0 && (
        <span className={styles.mark}>
          <PeopleRegular aria-hidden />
          {t('board.supporters', { n: item.supporters })}
        </span>
      )}
      <span>{t('board.days', { n: item.days })}</span>
      {withOwner && <span>{item.owner ? pick(item.owner) : t('board.nobody')}</span>}
    </div>
  );
}
