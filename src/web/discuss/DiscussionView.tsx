import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DiscussionAct, DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { momentInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { DiscussionTop } from './DiscussionTop.tsx';
import { COLUMN, useDiscussStyles } from './discuss.styles.ts';
import { FeelingsCharts } from './FeelingsChart.tsx';
import { GroupBoard } from './GroupBoard.tsx';
import { InsightSection } from './InsightSection.tsx';
import { NotYet } from './NotYet.tsx';
import { isHeld, markedIn } from './page.rules.ts';
import { StepWords } from './StepWords.tsx';
import { Summary } from './Summary.tsx';
import { TakenUp } from './TakenUp.tsx';
import { dayAt } from './time.rules.ts';
import type { Act } from './useDiscussion.ts';
import { VoiceQuotes } from './VoiceQuotes.tsx';
import { WalkStrip } from './WalkStrip.tsx';
import { WrapUpForm } from './WrapUpForm.tsx';
import { besideReported, wrapUpDraft } from './wrapUp.rules.ts';

const useStyles = makeStyles({
  page: { paddingTop: 'clamp(0.5rem, 2vh, 1.5rem)' },
  // Words keep a line that can be read; the board of groups takes the whole width.
  parts: {
    '& > :not([data-wide])': {
      width: '100%',
      maxWidth: COLUMN,
      boxSizing: 'border-box',
      marginLeft: 'auto',
      marginRight: 'auto',
    },
  },
});

type Props = {
  page: DiscussionPage;
  act: Act;
  send(act: DiscussionAct): Promise<void>;
  now(): number;
};

/** A discussion in whatever state it is. What somebody writes keeps its place while the others go on. */
export function DiscussionView({ page, act, send, now }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { state, mode, step, steps } = page.shared;
  const today = dayAt(now());
  const [correcting, setCorrecting] = useState(false);
  /** What this leader just reported, to tell them what was masked of it. */
  const [reported, setReported] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState<ReturnType<typeof wrapUpDraft> | null>(null);
  useCheckIn(page, act);

  const isRevealed = state === 'revealed' || state === 'talking';
  const isWalked = isRevealed || (state === 'reflecting' && mode === 'full');
  const isOver = state === 'wrapped_up';
  const stage = isWalked && step !== null ? steps[step] : undefined;
  const { leading } = page;
  const isMeanwhile = typed !== null && typed.seenReports !== page.shared.reports;
  const isWrappingUp = leading && (stage?.kind === 'closing' || (isOver && correcting));
  const mayWrite = page.edition.state === 'open';

  function titleOfWriting(): string {
    if (isRevealed || isOver) return t('discuss.insight.later');
    // Who leads has the guide's words above it already.
    return stage && !leading ? pick(stage.words) : t('discuss.insight.title');
  }

  return (
    <TakenUp discussionId={page.shared.id} marked={markedIn(page)}>
      <article className={styles.page} aria-label={t('title.discuss')}>
        <div className={mergeClasses(shared.stack, styles.parts)}>
          <DiscussionTop page={page} />
          {stage && isRevealed && <StepWords page={page} step={stage} />}
          <VoiceQuotes voices={page.voices} compact={isWalked || isOver} />
          {!isWalked && !isOver && (
            <NotYet page={page} today={today} now={now} act={act} onReport={setReported} />
          )}
          {stage && !isRevealed && leading && <StepWords page={page} step={stage} />}
          {isWalked && state === 'reflecting' && <Coming shared={page.shared} />}
          {isOver && !correcting && (
            <Summary
              page={page}
              reported={reported}
              act={act}
              onCorrect={
                leading?.mayReport
                  ? () => {
                      // What could not be reported, because somebody was faster, stands beside theirs.
                      if (!isMeanwhile) setTyped(null);
                      setCorrecting(true);
                    }
                  : null
              }
            />
          )}
          {isWrappingUp && (
            <WrapUpForm
              page={page}
              leading={leading}
              draft={typed ? besideReported(page, typed) : wrapUpDraft(page, today)}
              isMeanwhile={isMeanwhile}
              today={today}
              onChange={setTyped}
              onReport={setReported}
              onDone={() => {
                setTyped(null);
                setCorrecting(false);
              }}
              act={act}
            />
          )}
          {!leading && stage?.kind === 'closing' && (
            <p className={shared.words}>{t('discuss.wrapUp.underWay')}</p>
          )}
          {/* The chart is of 「じっくり」. */}
          {mode === 'full' && (isRevealed || isOver) && <FeelingsCharts page={page} />}
          {(isRevealed || (isOver && page.shared.groups.length > 0)) && <GroupBoard page={page} act={act} />}
          {mayWrite && (
            <InsightSection
              page={page}
              title={titleOfWriting()}
              act={act}
              send={send}
              // Who leads has the way to hold it before them; theirs is one press away.
              isAside={isRevealed || isOver || (page.me.leads && !isWalked)}
            />
          )}
          {isWalked && step !== null && <WalkStrip page={page} step={step} now={now} act={act} />}
        </div>
      </article>
    </TakenUp>
  );
}

/** While everybody writes alone: that insights come in, never how many; and when they show themselves. */
function Coming({ shared }: Pick<DiscussionPage, 'shared'>) {
  const styles = useDiscussStyles();
  const { t, locale } = useWords();
  return (
    <p className={styles.words}>
      {/* Always there: what is written below does not move when the first one comes in. */}
      <span>{shared.insightsComing ? t('discuss.coming') : t('discuss.notComing')}</span>
      {shared.revealAt !== null && (
        <span>{t('discuss.revealAt', { moment: momentInWords(Date.parse(shared.revealAt), locale) })}</span>
      )}
    </p>
  );
}

/** Who has the page open while it is held takes part; said once. */
function useCheckIn(page: DiscussionPage, act: Act): void {
  const held = isHeld(page.shared);
  const { id } = page.shared;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per discussion, when it begins to be held
  useEffect(() => {
    if (held) void act({ act: 'checkIn' });
  }, [held, id]);
}
