import { makeStyles, tokens } from '@fluentui/react-components';
import type { DiscussionPage, Step } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ReadAloud } from '../shell/ReadAloud.tsx';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  stage: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.5rem',
    paddingLeft: '1rem',
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
  },
  large: {
    fontSize: 'clamp(1.375rem, 1rem + 1.75vw, 2rem)',
    lineHeight: 1.6,
    fontWeight: 600,
    textWrap: 'pretty',
  },
  aloud: { fontSize: '0.875rem', color: tokens.colorNeutralForeground2 },
});

type Props = { page: DiscussionPage; step: Step };

/** The sentence of this step in large type; who leads reads theirs aloud and sees what to listen for. */
export function StepWords({ page, step }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const guide = page.leading?.guide;
  const isPrompt = step.kind === 'prompt';
  // Before anybody speaks, and where the talk begins: once is enough.
  const isListenedFor =
    step.kind === 'reflect' || step === page.shared.steps.find((one) => one.kind === 'prompt');
  const words = guide && step.kind === 'reflect' ? guide.opening : step.words;
  return (
    <div className={styles.stage}>
      <p className={styles.aloud}>
        {guide ? t('discuss.guide.aloud') : isPrompt ? t('discuss.guide.prompt') : t('discuss.guide.now')}
      </p>
      <h2 className={styles.large}>
        <ReadAloud words={pick(words)} />
      </h2>
      {guide && isListenedFor && (
        <p className={shared.quiet}>{t('discuss.guide.listenFor', { words: pick(guide.listenFor) })}</p>
      )}
    </div>
  );
}
