import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { FileFormat } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { offerFile } from './offerFile.ts';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem' },
  file: { minHeight: '44px' },
  trouble: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  /** Where the file comes from; the format is added. */
  path: string;
  query: URLSearchParams;
  /** Its name without the ending. */
  name: string;
};

/** What a page lists, as a file in either format. */
export function SaveAs({ path, query, name }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function save(format: FileFormat): Promise<void> {
    setState('busy');
    try {
      const asked = new URLSearchParams(query);
      asked.set('format', format);
      offerFile(await session.file(`${path}?${asked}`), `${name}.${format}`);
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
