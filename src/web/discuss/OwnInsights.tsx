import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DiscussionPage, OwnInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { InsightWords } from './InsightWords.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  one: {
    padding: '0.875rem 1rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 0.5rem',
    marginTop: '0.25rem',
  },
});

type Props = {
  page: DiscussionPage;
  /** The one that is being written stands in its form. */
  editing: string | null;
  /** Before the reveal: they can be changed. */
  isOpen: boolean;
  onEdit(insight: OwnInsight): void;
  onTakeBack(insightId: string): void;
};

/** What I wrote, and may still change until it is revealed. */
export function OwnInsights({ page, editing, isOpen, onEdit, onTakeBack }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const others = page.me.insights.filter((one) => one.id !== editing);
  // Before the reveal nobody sees them but me; afterwards the named ones stand in their groups.
  if (!isOpen || others.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('discuss.insight.own')}>
      {others.map((insight) => (
        <li key={insight.id} className={styles.one}>
          <InsightWords
            insight={{
              ...insight,
              feelings: page.feelings.filter(({ key }) => insight.feelings.includes(key)),
            }}
          />
          {insight.masked.length > 0 && (
            <p className={shared.quiet}>
              {t('discuss.insight.masked', { types: insight.masked.map(pick).join(t('discuss.comma')) })}
            </p>
          )}
          <div className={styles.foot}>
            <span className={shared.quiet}>
              {insight.anonymous ? t('discuss.insight.nobody') : t('discuss.insight.signed')}
            </span>
            <Button appearance="subtle" className={shared.press} onClick={() => onEdit(insight)}>
              {t('discuss.insight.edit')}
            </Button>
            <Button appearance="subtle" className={shared.press} onClick={() => onTakeBack(insight.id)}>
              {t('discuss.insight.takeBack')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
