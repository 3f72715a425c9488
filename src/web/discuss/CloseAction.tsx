import { Button } from '@fluentui/react-components';
import type { DiscussionAction } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import type { Act } from './useDiscussion.ts';

/** Closes an action with one press, or opens it again after a slip. */
export function CloseAction({ action, act }: { action: DiscussionAction; act: Act }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const isDone = action.doneOn !== null;
  return (
    <Button
      appearance="subtle"
      className={shared.press}
      aria-label={t(isDone ? 'discuss.wrapUp.reopenThat' : 'discuss.wrapUp.closeThat', { text: action.text })}
      onClick={() => void act({ act: 'closeAction', actionId: action.id, done: !isDone })}
    >
      {isDone ? t('discuss.wrapUp.reopen') : t('discuss.wrapUp.close')}
    </Button>
  );
}
