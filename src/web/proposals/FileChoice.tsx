import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef, useState } from 'react';
import type { ProposalForm } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';

/** What the server takes. */
export const FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'];

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  file: { display: 'flex', alignItems: 'center', gap: '0.5rem', lineHeight: 1.6 },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  trouble: { marginTop: '0.375rem', lineHeight: 1.7, color: tokens.colorStatusDangerForeground1 },
});

type Props = {
  files: File[];
  form: Pick<ProposalForm, 'attachments' | 'attachmentMegabytes'>;
  anonymous: boolean;
  onChange(files: File[]): void;
};

/** Pictures and PDF that go along. The server looks at them once more. */
export function FileChoice({ files, form, anonymous, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState('');
  const types = anonymous ? FILE_TYPES.filter((type) => type.startsWith('image/')) : FILE_TYPES;
  const most = form.attachmentMegabytes * 1024 * 1024;

  function add(chosen: readonly File[]): void {
    const fits = chosen.filter((file) => types.includes(file.type) && file.size <= most);
    const next = [...files, ...fits].slice(0, form.attachments);
    onChange(next);
    const isRefused = next.length < files.length + chosen.length;
    setTrouble(
      isRefused
        ? t('propose.filesRefused', { most: form.attachments, megabytes: form.attachmentMegabytes })
        : '',
    );
  }

  return (
    <div>
      <p className={shared.label}>{t('propose.files')}</p>
      <ul className={styles.list}>
        {files.map((file, index) => (
          <li key={`${file.name} ${file.size} ${file.lastModified}`} className={styles.file}>
            <span className={styles.name}>{file.name}</span>
            <Button
              appearance="subtle"
              className={shared.press}
              icon={<DismissRegular />}
              aria-label={t('propose.fileAway', { name: file.name })}
              onClick={() => onChange(files.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={types.join(',')}
        aria-label={t('propose.files')}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // The same file may be chosen once more after it was taken away.
          event.target.value = '';
        }}
      />
      {files.length < form.attachments && (
        <Button className={shared.press} icon={<AttachRegular />} onClick={() => input.current?.click()}>
          {t('propose.filesChoose')}
        </Button>
      )}
      <p className={shared.hint}>
        {anonymous
          ? t('propose.filesAnonymous', { most: form.attachments, megabytes: form.attachmentMegabytes })
          : t('propose.filesHint', { most: form.attachments, megabytes: form.attachmentMegabytes })}
      </p>
      {trouble !== '' && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
