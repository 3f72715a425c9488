import { Button } from '@fluentui/react-components';
import { CloudDismissRegular } from '@fluentui/react-icons/svg/cloud-dismiss';
import { WifiOffRegular } from '@fluentui/react-icons/svg/wifi-off';
import { useWords } from '../i18n/i18n.ts';
import { Notice } from './Notice.tsx';

/** Something could not be loaded: says whether it is the connection, and offers to try again. */
export function Trouble({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  const offline = !navigator.onLine;
  return (
    <Notice
      icon={offline ? <WifiOffRegular /> : <CloudDismissRegular />}
      title={offline ? t('trouble.offlineTitle') : t('trouble.title')}
      body={offline ? t('trouble.offlineBody') : t('trouble.body')}
    >
      <Button appearance="primary" size="large" onClick={onRetry}>
        {t('app.retry')}
      </Button>
    </Notice>
  );
}
