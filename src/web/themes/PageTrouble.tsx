import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/router.ts';
import { Trouble } from '../shell/Trouble.tsx';

type Props = { error: unknown; onRetry(): void };

/** Why a page is not shown: not for this person, not there, or not to be loaded now. */
export function PageTrouble({ error, onRetry }: Props) {
  const { t } = useWords();
  const isRefused = error instanceof ApiError && [403, 404].includes(error.status);
  if (!isRefused) return <Trouble onRetry={onRetry} />;
  return (
    <Notice icon={<LockClosedRegular />} title={t('desk.refused')} body={error.message}>
      <AppLink to={addressOf('/')}>{t('app.home')}</AppLink>
    </Notice>
  );
}
