import { Button, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { floatingBanner } from '../shell/surfaces.ts';
import { visuallyHidden } from '../shell/visuallyHidden.ts';
import { useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({
  hidden: visuallyHidden,
  banner: {
    ...floatingBanner,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '0.5rem 0.5rem 0.5rem 1rem',
  },
});

type Props = {
  page: DiscussionPage;
  connected: boolean;
  trouble: string | null;
  onDismiss(): void;
};

/** Says what changed without taking the focus: another step, a press that was refused, a line that is broken. */
export function Notices({ page, connected, trouble, onDismiss }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const stage = useStageWords(page);
  const before = useRef(stage);
  useEffect(() => {
    if (stage !== before.current) setSaid(stage);
    before.current = stage;
  }, [stage]);

  return (
    <>
      <div role="status" className={styles.hidden}>
        {said}
      </div>
      {trouble !== null && (
        <div role="alert" className={styles.banner}>
          <p>{trouble}</p>
          <Button
            appearance="subtle"
            className={shared.press}
            icon={<DismissRegular />}
            aria-label={t('keys.close')}
            onClick={onDismiss}
          />
        </div>
      )}
      {!connected && (
        <p role="status" className={shared.quiet}>
          {t('discuss.unconnected')}
        </p>
      )}
    </>
  );
}

/** The step in one sentence, as it is announced. */
function useStageWords({ shared }: DiscussionPage): string {
  const { t, pick } = useWords();
  const step = shared.step === null ? undefined : shared.steps[shared.step];
  if (shared.state === 'wrapped_up') return t('discuss.summary.title');
  if (!step || shared.step === null) return t(stateKeys[shared.state]);
  const place = t('discuss.strip.step', { step: shared.step + 1, of: shared.steps.length });
  return t('discuss.announce', { place, words: pick(step.words) });
}

/** The words for each state. */
export const stateKeys = {
  waiting: 'discuss.state.waiting',
  reflecting: 'discuss.state.reflecting',
  revealed: 'discuss.state.revealed',
  talking: 'discuss.state.talking',
  wrapped_up: 'discuss.state.wrappedUp',
  skipped: 'discuss.state.skipped',
} as const;
