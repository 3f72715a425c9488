import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { DiscussionPage, InsightGroup } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { mayVoteMore, ownVotes, withVotes } from './page.rules.ts';
import type { Act } from './useDiscussion.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '0.25rem' },
  own: { minWidth: '5.5rem', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
});

type Props = { page: DiscussionPage; group: InsightGroup; title: string; act: Act };

/** My votes for a group: one more, one less. Shown at once; the server has the last word. */
export function VoteStepper({ page, group, title, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const own = ownVotes(page, group.id);
  const give = (votes: number): void =>
    void act({ act: 'vote', groupId: group.id, votes }, (seen) => withVotes(seen, group.id, votes));
  return (
    <fieldset
      style={{ border: 0, margin: 0, padding: 0 }}
      aria-label={t('discuss.vote.for', { title })}
      className={styles.line}
    >
      <Button
        className={shared.press}
        icon={<SubtractRegular />}
        aria-label={t('discuss.vote.less', { title })}
        disabledFocusable={own === 0}
        onClick={() => give(own - 1)}
      />
      <span className={styles.own}>{t('discuss.vote.own', { votes: own })}</span>
      <Button
        className={shared.press}
        icon={<AddRegular />}
        aria-label={t('discuss.vote.more', { title })}
        disabledFocusable={!mayVoteMore(page, group.id)}
        onClick={() => give(own + 1)}
      />
    </fieldset>
  );
}
