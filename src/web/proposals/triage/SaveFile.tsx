import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { useSession } from '../../session/useSession.ts';
import { offerFile } from '../../shell/offerFile.ts';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem' },
  file: { minHeight: '44px' },
  trouble: { color: tokens.colorNeutralForeground2 },
});

/** What is found, as a file. */
export function SaveFile({ question }: { question: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function save(format: 'csv' | 'xlsx'): Promise<void> {
    setState('busy');
    try {
      const query = new URLSearchParams(question);
      query.set('format', format);
      offerFile(await session.file(`/api/board/file?${query}`), `kikidoki-proposals.${format}`);
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <div className={styles.files}>
      {state === 'failed' && (
        <span role="alert" className={styles.trouble}>
          {t('reports.fileFailed')}
        </span>
      )}
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          className={styles.file}
          icon={<ArrowDownloadRegular />}
          disabledFocusable={state === 'busy'}
          onClick={() => void save(format)}
        >
          {format === 'csv' ? t('reports.csv') : t('reports.xlsx')}
        </Button>
      ))}
    </div>
  );
}
