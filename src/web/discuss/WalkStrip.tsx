import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { useEffect, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { Dialog } from './Dialog.tsx';
import { COLUMN, useDiscussStyles } from './discuss.styles.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { timeLeft } from './time.rules.ts';
import type { Act } from './useDiscussion.ts';
import { useNow } from './useNow.ts';

const GUTTER = 'clamp(1rem, 4vw, 2rem)';
/** High enough that a strip which stays in sight leaves room for the words. */
const HIGH = '@media (min-height: 30rem)';

/** As high as the strip in two rows. */
const ROOM = '8rem';

const useStyles = makeStyles({
  strip: {
    zIndex: 5,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0.25rem 1rem',
    margin: `0 calc(-1 * ${GUTTER})`,
    padding: `0.5rem ${GUTTER} calc(0.5rem + env(safe-area-inset-bottom))`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    [HIGH]: { position: 'sticky', bottom: 0 },
    '@media (min-width: 52rem)': {
      boxSizing: 'border-box',
      width: '100%',
      maxWidth: `calc(${COLUMN} + 2 * ${GUTTER})`,
      margin: '0 auto',
      borderTopLeftRadius: tokens.borderRadiusXLarge,
      borderTopRightRadius: tokens.borderRadiusXLarge,
    },
  },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 1rem', minHeight: '44px' },
  step: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.25rem' },
});

type Props = { page: DiscussionPage; step: number; now(): number; act: Act };

/** Where the discussion is and how much time is left, for everybody; who leads steers it here. */
export function WalkStrip({ page, step, now, act }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { shared, leading } = page;
  const left = timeLeft(shared, useNow(now, shared.stepEndsAt !== null));
  useRoomBelow();
  return (
    <section aria-label={t('discuss.strip.region')} className={styles.strip} data-wide>
      <div className={styles.state}>
        <span className={styles.step}>
          {t('discuss.strip.step', { step: step + 1, of: shared.steps.length })}
        </span>
        <TimeLeft left={left} />
      </div>
      {leading && (
        <div className={styles.buttons}>
          <TimerButtons left={left} act={act} />
          <WayButtons page={page} step={step} act={act} />
        </div>
      )}
    </section>
  );
}

/** What the keyboard comes to is scrolled to above the strip, never behind it. */
function useRoomBelow(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = ROOM;
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, []);
}

/** Rests the timer, goes on, gives a minute more. Days are not rested. */
function TimerButtons({ left, act }: { left: ReturnType<typeof timeLeft>; act: Act }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  if (left.kind === 'untilDay') return null;
  const isRunning = left.kind === 'running' && left.ms > 0;
  return (
    <>
      {isRunning && (
        <Button
          appearance="subtle"
          className={shared.press}
          icon={<PauseRegular />}
          aria-label={t('discuss.strip.pause')}
          onClick={() => void act({ act: 'timer', change: 'pause' })}
        />
      )}
      {left.kind === 'resting' && (
        <Button
          appearance="subtle"
          className={shared.press}
          icon={<PlayRegular />}
          aria-label={t('discuss.strip.resume')}
          onClick={() => void act({ act: 'timer', change: 'resume' })}
        />
      )}
      <Button
        appearance="subtle"
        className={shared.press}
        onClick={() => void act({ act: 'timer', change: 'addMinute' })}
      >
        {t('discuss.strip.minute')}
      </Button>
    </>
  );
}

/** To the step before and the next one; from thinking alone, by the reveal. */
function WayButtons({ page, step, act }: { page: DiscussionPage; step: number; act: Act }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const isLast = step >= page.shared.steps.length - 1;

  async function go(to: 'next' | 'back'): Promise<void> {
    setBusy(true);
    await act({ act: 'step', from: step, to });
    setBusy(false);
  }

  if (page.shared.state === 'reflecting') {
    return (
      <>
        <Button appearance="primary" className={shared.press} onClick={() => setAsking(true)}>
          {t('discuss.strip.reveal')}
        </Button>
        {asking && (
          <Dialog
            title={t('discuss.strip.revealTitle')}
            does={t('discuss.strip.revealDo')}
            onDo={() => void act({ act: 'reveal' })}
            onClose={() => setAsking(false)}
          >
            <p className={shared.words}>{t('discuss.strip.revealOnce')}</p>
          </Dialog>
        )}
      </>
    );
  }
  return (
    <>
      {step > 1 && (
        <Button
          appearance="subtle"
          className={shared.press}
          icon={<ArrowLeftRegular />}
          aria-label={t('discuss.strip.back')}
          disabledFocusable={busy}
          onClick={() => void go('back')}
        />
      )}
      {!isLast && (
        <Button
          appearance="primary"
          className={shared.press}
          icon={<ArrowRightRegular />}
          iconPosition="after"
          disabledFocusable={busy}
          onClick={() => void go('next')}
        >
          {t('discuss.strip.next')}
        </Button>
      )}
    </>
  );
}
