import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DiscussionAct, DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { DiscussionTop } from './DiscussionTop.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { FeelingsChart } from './FeelingsChart.tsx';
import { GroupBoard } from './GroupBoard.tsx';
import { InsightSection } from './InsightSection.tsx';
import { NotYet } from './NotYet.tsx';
import { isHeld } from './page.rules.ts';
import { StepWords } from './StepWords.tsx';
import { Summary } from './Summary.tsx';
import { dayAt } from './time.rules.ts';
import type { Act } from './useDiscussion.ts';
import { VoiceQuotes } from './VoiceQuotes.tsx';
import { WalkStrip } from './WalkStrip.tsx';
import { WrapUpForm } from './WrapUpForm.tsx';
import { wrapUpDraft } from './wrapUp.rules.ts';

const useStyles = makeStyles({
  page: { maxWidth: '48rem', margin: '0 auto', paddingTop: 'clamp(0.5rem, 2vh, 1.5rem)', width: '100%' },
  wide: { maxWidth: '72rem' },
  column: { width: '100%', maxWidth: '48rem', margin: '0 auto' },
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
  const { t } = useWords();
  const { state, mode, step, steps } = page.shared;
  const today = dayAt(now());
  const [correcting, setCorrecting] = useState(false);
  const [typed, setTyped] = useState<ReturnType<typeof wrapUpDraft> | null>(null);
  useCheckIn(page, act);

  const isRevealed = state === 'revealed' || state === 'talking';
  const isWalked = isRevealed || (state === 'reflecting' && mode === 'full');
  const isOver = state === 'wrapped_up';
  const stage = isWalked && step !== null ? steps[step] : undefined;
  const { leading } = page;
  const isWrappingUp = leading && (stage?.kind === 'closing' || (isOver && correcting));
  const mayWrite = page.edition.state === 'open' && (isWalked || !page.me.leads || state === 'reflecting');

  return (
    <article className={styles.page} aria-label={t('title.discuss')}>
      <div className={shared.stack}>
        <DiscussionTop page={page} />
        <VoiceQuotes voices={page.voices} compact={isWalked || isOver} />
        {!isWalked && !isOver && <NotYet page={page} today={today} now={now} act={act} />}
        {stage && <StepWords page={page} step={stage} />}
        {isOver && !correcting && (
          <Summary
            page={page}
            act={act}
            onCorrect={
              leading?.mayReport
                ? () => {
                    setTyped(null);
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
            draft={typed ?? wrapUpDraft(page.shared, leading, today)}
            today={today}
            onChange={setTyped}
            onDone={() => setCorrecting(false)}
            act={act}
          />
        )}
        {!leading && stage?.kind === 'closing' && (
          <p className={shared.words}>{t('discuss.wrapUp.underWay')}</p>
        )}
        {(isRevealed || isOver) && <FeelingsChart feelings={page.shared.feelings} />}
        {(isRevealed || (isOver && page.shared.groups.length > 0)) && <GroupBoard page={page} act={act} />}
        {mayWrite && (
          <InsightSection
            page={page}
            title={isRevealed || isOver ? t('discuss.insight.later') : t('discuss.insight.title')}
            act={act}
            send={send}
          />
        )}
        {isWalked && step !== null && <WalkStrip page={page} step={step} now={now} act={act} />}
      </div>
    </article>
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
