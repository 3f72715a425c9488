import { ShieldKeyholeRegular } from '@fluentui/react-icons/svg/shield-keyhole';
import { useCallback, useState } from 'react';
import type { VoicePage } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Loading } from '../shell/Loading.tsx';
import { Missing } from '../shell/Missing.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Listening } from './Listening.tsx';

type Props = {
  voiceId: string;
  /** False while nobody is signed in any more: the sound rests, the place is kept. */
  active: boolean;
};

/** The listening page: fetches the voice, and gives it up at once when it was withdrawn. */
export function ListenPage({ voiceId, active }: Props) {
  const { t } = useWords();
  const { session } = useSession();
  const [lost, setLost] = useState<ApiError | null>(null);
  const ask = useCallback(
    () => session.request<VoicePage>(`/api/voices/${encodeURIComponent(voiceId)}`),
    [session, voiceId],
  );
  const { answer, retry } = useAnswer(ask);
  useTitle(t('title.listen'));

  const renewSoundUrl = useCallback(async (): Promise<string | null> => {
    try {
      return (await ask()).soundUrl;
    } catch (error) {
      if (error instanceof ApiError && isLoss(error)) setLost(error);
      return null;
    }
  }, [ask]);

  const failure = lost ?? (answer.state === 'failed' ? answer.error : null);
  if (failure instanceof ApiError && failure.status === 410) return <Withdrawn />;
  if (failure instanceof ApiError && isLoss(failure)) {
    return <Missing title={t('trouble.voiceMissingTitle')} body={t('trouble.voiceMissingBody')} />;
  }
  if (failure !== null) return <Trouble onRetry={retry} />;
  if (answer.state !== 'ready') return <Loading words={t('voice.loading')} />;
  return <Listening voice={answer.value} active={active} renewSoundUrl={renewSoundUrl} onLost={setLost} />;
}

/** Not there, not for this person, not an id at all: the page shows the same for each. */
function isLoss(error: ApiError): boolean {
  return [400, 403, 404, 410].includes(error.status);
}

function Withdrawn() {
  const { t } = useWords();
  return (
    <div role="alert">
      <Notice icon={<ShieldKeyholeRegular />} title={t('withdrawn.title')} body={t('withdrawn.body')}>
        <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
      </Notice>
    </div>
  );
}
