import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef, useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/apiError.ts';
import { useSession } from '../session/useSession.ts';
import { AttachmentFile } from './AttachmentFile.tsx';
import { FILE_TYPES } from './FileChoice.tsx';

const useStyles = makeStyles({
  title: { marginBottom: '0.375rem' },
  list: { display: 'flex', flexDirection: 'column' },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 0.5rem' },
  trouble: { lineHeight: 1.7, color: tokens.colorStatusDangerForeground1 },
});

type Props = { page: ProposalPage; onChange(page: ProposalPage): void };

/** Pictures and PDF of a proposal; whoever sent it adds and takes away while nobody has begun with it. */
export function Attachments({ page, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { session } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const { attachments, me } = page;

  async function tell(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setTrouble('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setTrouble(error.message || t('trouble.body'));
    } finally {
      setBusy(false);
    }
  }
  const pathOf = (id: string) => `/api/proposals/${page.id}/attachments/${id}`;
  const add = (files: readonly File[]) =>
    tell(async () => {
      for (const file of files) {
        const path = pathOf(crypto.randomUUID());
        onChange(await session.request<ProposalPage>(path, { method: 'PUT', file }));
      }
    });
  const remove = (id: string) =>
    tell(async () => onChange(await session.request<ProposalPage>(pathOf(id), { method: 'DELETE' })));

  if (attachments.length === 0 && !me.mayEdit) return null;
  return (
    <div>
      <h2 className={mergeClasses(shared.title, styles.title)}>{t('propose.files')}</h2>
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          <li key={attachment.id} className={styles.file}>
            <AttachmentFile file={attachment} />
            {me.mayEdit && (
              <Button
                appearance="subtle"
                className={shared.press}
                icon={<DismissRegular />}
                disabledFocusable={busy}
                aria-label={t('propose.fileAway', { name: attachment.name })}
                onClick={() => void remove(attachment.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {me.mayEdit && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={FILE_TYPES.join(',')}
            aria-label={t('propose.files')}
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              // The same file may be chosen once more.
              event.target.value = '';
            }}
          />
          <Button
            className={shared.press}
            icon={<AttachRegular />}
            disabledFocusable={busy}
            onClick={() => input.current?.click()}
          >
            {t('propose.filesChoose')}
          </Button>
        </>
      )}
      {trouble !== '' && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
