import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { LightbulbFilled, LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { type ReactNode, useId } from 'react';
import type { DiscussionPage, InsightGroup } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { FORCED, useDiscussStyles } from './discuss.styles.ts';
import { SuggestedMark } from './SuggestedMark.tsx';
import type { Act } from './useDiscussion.ts';
import { groupAttribute } from './useDragInsight.ts';
import { VoteStepper } from './VoteStepper.tsx';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    padding: '1rem',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  target: {
    outline: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
    [FORCED]: { outline: '2px dashed Highlight' },
  },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: '0.5rem' },
  title: { margin: 0, fontSize: '1.125rem', lineHeight: 1.6, fontWeight: 600, textWrap: 'pretty' },
  tools: { display: 'flex', flexShrink: 0, margin: '-0.5rem -0.5rem 0 0' },
  votes: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.25rem 1rem',
  },
  count: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  list: { display: 'flex', flexDirection: 'column', gap: '0.625rem' },
});

type Props = {
  page: DiscussionPage;
  group: InsightGroup;
  /** Has more votes than all others. */
  isMost: boolean;
  /** Something is held over it. */
  isTarget: boolean;
  /** While it is talked about. */
  mayVote: boolean;
  onRename(): void;
  act: Act;
  children: ReactNode;
};

/** What belongs together, under a title, with its votes. */
export function GroupCard({ page, group, isMost, isTarget, mayVote, onRename, act, children }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const titleId = useId();
  const title = group.title || t('discuss.groups.others');
  return (
    <section
      aria-labelledby={titleId}
      className={mergeClasses(styles.group, isTarget && styles.target)}
      {...{ [groupAttribute]: group.id }}
    >
      <div className={styles.head}>
        <h4 id={titleId} className={styles.title}>
          {title}
        </h4>
        {page.me.leads && (
          <div className={styles.tools}>
            <Button
              appearance="subtle"
              className={shared.press}
              icon={<EditRegular />}
              aria-label={t('discuss.groups.rename', { title })}
              onClick={onRename}
            />
            <Button
              appearance="subtle"
              className={shared.press}
              icon={group.suggested ? <LightbulbFilled /> : <LightbulbRegular />}
              aria-label={t('discuss.suggest.group', { title })}
              aria-pressed={group.suggested}
              onClick={() =>
                void act({
                  act: 'suggest',
                  source: 'group',
                  sourceId: group.id,
                  suggested: !group.suggested,
                })
              }
            />
          </div>
        )}
      </div>
      {/* 「5分で」 has no votes. */}
      {page.shared.mode === 'full' && (
        <div className={styles.votes}>
          <p>
            <span className={styles.count}>{t('discuss.vote.count', { votes: group.votes })}</span>
            {isMost && <span className={shared.quiet}> {t('discuss.vote.most')}</span>}
          </p>
          {mayVote && <VoteStepper page={page} group={group} title={title} act={act} />}
        </div>
      )}
      {group.suggested && <SuggestedMark sourceId={group.id} />}
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
