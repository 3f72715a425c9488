import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/apiError.ts';
import { useSession } from '../session/useSession.ts';
import { offerFile } from '../shell/offerFile.ts';

const useStyles = makeStyles({
  name: { justifyContent: 'flex-start', textAlign: 'start', overflowWrap: 'anywhere' },
  trouble: { lineHeight: 1.7, color: tokens.colorStatusDangerForeground1 },
});

/** A picture or PDF that was attached; pressed, it is saved. */
export function AttachmentFile({ file }: { file: ProposalPage['attachments'][number] }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [trouble, setTrouble] = useState('');
  const { name, bytes, url } = file;

  async function save(): Promise<void> {
    setTrouble('');
    try {
      offerFile(await session.file(url), name);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTrouble(error.message || t('trouble.body'));
    }
  }

  return (
    <>
      <Button
        appearance="subtle"
        className={mergeClasses(shared.press, styles.name)}
        icon={<AttachRegular />}
        aria-label={t('proposals.fileSave', { name })}
        onClick={() => void save()}
      >
        {t('proposals.fileSize', { name, kilobytes: Math.max(1, Math.round(bytes / 1024)) })}
      </Button>
      {trouble !== '' && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </>
  );
}
