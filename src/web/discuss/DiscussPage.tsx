import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import { useCallback } from 'react';
import type { DiscussionList } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Missing } from '../shell/Missing.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf, useAddress } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Choices } from './Choices.tsx';
import { DiscussionView } from './DiscussionView.tsx';
import { Notices } from './Notices.tsx';
import { useDiscussion } from './useDiscussion.ts';

/** The workplace discussion of an edition: which one, where a person takes part in several, and then that one. */
export function DiscussPage({ editionId }: { editionId: string }) {
  const { t } = useWords();
  const { session } = useSession();
  const departmentId = useAddress().query.get('department');
  const ask = useCallback(
    () => session.request<DiscussionList>(`/api/discussions?edition=${encodeURIComponent(editionId)}`),
    [session, editionId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.discuss'));
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Failure error={answer.error} onRetry={retry} />;
  const { discussions } = answer.value;
  const asked = discussions.find((one) => one.department.id === departmentId);
  const one = asked ?? (discussions.length === 1 ? discussions[0] : undefined);
  if (one) return <OneDiscussion key={one.id} id={one.id} />;
  if (discussions.length > 0) return <Choices editionId={editionId} discussions={discussions} />;
  return (
    <Notice icon={<ChatMultipleRegular />} title={t('discuss.none.title')} body={t('discuss.none.body')}>
      <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
    </Notice>
  );
}

function OneDiscussion({ id }: { id: string }) {
  const { t } = useWords();
  const { page, failure, connected, trouble, dismissTrouble, act, sendAlone, retry, now } = useDiscussion(id);
  const isGone = failure instanceof ApiError && [403, 404].includes(failure.status);
  if (failure !== null && (isGone || !page)) return <Failure error={failure} onRetry={retry} />;
  if (!page) return <Loading words={t('app.loading')} />;
  return (
    <>
      <Notices page={page} connected={connected} trouble={trouble} onDismiss={dismissTrouble} />
      <DiscussionView page={page} act={act} send={sendAlone} now={now} />
    </>
  );
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const isMissing = error instanceof ApiError && [400, 403, 404].includes(error.status);
  if (!isMissing) return <Trouble onRetry={onRetry} />;
  // The server says which: not there, or somebody else's department.
  return <Missing title={t('discuss.missing')} body={error.message} />;
}
