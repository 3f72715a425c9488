import { makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage, InsightGroup, ShownInsight } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { Dialog } from './Dialog.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { GroupCard } from './GroupCard.tsx';
import { GroupTitle } from './GroupTitle.tsx';
import { HiddenInsights } from './HiddenInsights.tsx';
import { InsightCard } from './InsightCard.tsx';
import { InsightTools } from './InsightTools.tsx';
import { mostVoted, votesLeft, withMoved } from './page.rules.ts';
import { ReferInsight } from './ReferInsight.tsx';
import type { Act } from './useDiscussion.ts';
import { useDragInsight } from './useDragInsight.ts';
import { useVoiceName } from './voiceName.ts';

const useStyles = makeStyles({
  board: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    alignItems: 'start',
    gap: '1rem',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '0.25rem 1.5rem',
  },
  left: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
});

type Asked =
  | { what: 'newGroup'; insight: ShownInsight; groupId: string }
  | { what: 'rename'; group: InsightGroup }
  | { what: 'hide'; insight: ShownInsight }
  | { what: 'refer'; insight: ShownInsight };

type Props = { page: DiscussionPage; act: Act };

/** What everybody wrote, grouped by what it is about. Leaders arrange it; everybody votes. */
export function GroupBoard({ page, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const titleId = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { state, groups } = page.shared;
  const isTalkedOver = state === 'revealed' || state === 'talking';
  const most = mostVoted(groups);
  const voiceOf = useVoiceName(page);
  const { dragged, begin } = useDragInsight((insightId, groupId) => {
    const from = groups.find((group) => group.insights.some((one) => one.id === insightId));
    if (from?.id === groupId) return;
    void act({ act: 'moveInsight', insightId, groupId }, (seen) => withMoved(seen, insightId, groupId));
  });

  return (
    <section aria-labelledby={titleId} className={shared.stack} data-wide>
      <div className={styles.head}>
        <h3 id={titleId} className={shared.question}>
          {t('discuss.groups.heading')}
        </h3>
        {isTalkedOver && groups.length > 0 && (
          <p className={styles.left}>
            {t('discuss.vote.left', { left: votesLeft(page), all: page.votesInAll })}
          </p>
        )}
      </div>
      {page.leading?.anonymousWithheld && <p className={shared.quiet}>{t('discuss.withheld')}</p>}
      {groups.length === 0 && <p className={shared.words}>{t('discuss.groups.none')}</p>}
      <div className={styles.board}>
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            page={page}
            group={group}
            isMost={most.has(group.id)}
            isTarget={dragged?.overGroupId === group.id}
            mayVote={isTalkedOver}
            onRename={() => setAsked({ what: 'rename', group })}
            act={act}
          >
            {group.insights.map((insight) => (
              <InsightCard
                key={insight.id}
                insight={insight}
                voice={voiceOf(insight.voiceId)}
                dragged={dragged?.insightId === insight.id ? dragged : null}
                tools={
                  page.me.leads && (
                    <InsightTools
                      insight={insight}
                      groups={groups}
                      mayMove={isTalkedOver}
                      onGrab={(press) => begin(insight.id, press)}
                      onNewGroup={() => setAsked({ what: 'newGroup', insight, groupId: crypto.randomUUID() })}
                      onHide={() => setAsked({ what: 'hide', insight })}
                      onRefer={() => setAsked({ what: 'refer', insight })}
                      act={act}
                    />
                  )
                }
              />
            ))}
          </GroupCard>
        ))}
      </div>
      {page.leading && page.leading.hidden.length > 0 && (
        <HiddenInsights
          hidden={page.leading.hidden}
          voiceOf={voiceOf}
          onRefer={(insight) => setAsked({ what: 'refer', insight })}
          act={act}
        />
      )}
      {asked && <Question page={page} asked={asked} act={act} onClose={() => setAsked(null)} />}
    </section>
  );
}

type QuestionProps = { page: DiscussionPage; asked: Asked; act: Act; onClose(): void };

/** What a leader is asked before something is named, hidden or handed over. */
function Question({ page, asked, act, onClose }: QuestionProps) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  if (asked.what === 'hide') {
    return (
      <Dialog
        title={t('discuss.hide.title')}
        does={t('discuss.hide.do')}
        onDo={() => void act({ act: 'hideInsight', insightId: asked.insight.id, hidden: true })}
        onClose={onClose}
      >
        <p className={shared.words}>{t(asked.insight.author ? 'discuss.hide.named' : 'discuss.hide.why')}</p>
      </Dialog>
    );
  }
  if (asked.what === 'refer') {
    return (
      <ReferInsight
        insight={asked.insight}
        offices={page.offices}
        openOffices={page.leading?.openOffices ?? []}
        act={act}
        onClose={onClose}
      />
    );
  }
  if (asked.what === 'rename') {
    return (
      <GroupTitle
        heading={t('discuss.groups.rename', { title: asked.group.title || t('discuss.groups.others') })}
        title={asked.group.title}
        onName={(title) => void act({ act: 'renameGroup', groupId: asked.group.id, title })}
        onClose={onClose}
      />
    );
  }
  return (
    <GroupTitle
      heading={t('discuss.groups.new')}
      title=""
      onName={(title) =>
        void act({ act: 'makeGroup', groupId: asked.groupId, title, insightId: asked.insight.id })
      }
      onClose={onClose}
    />
  );
}
