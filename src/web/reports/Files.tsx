import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { FileFormat } from '../../edges/http/contract/reports.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { offerFile } from '../shell/offerFile.ts';
import { firstMonth, type Question, rowsQuery } from './question.rules.ts';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem' },
  file: { minHeight: '44px' },
  trouble: { color: tokens.colorNeutralForeground2 },
});

/** The table as it stands, as a file. */
export function Files({ question }: { question: Question }) {
  const styles = useStyles();
  const { t } = useWords();
  const { session } = useSession();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function save(format: FileFormat): Promise<void> {
    setState('busy');
    try {
      const query = rowsQuery(question, question.under?.id ?? null);
      query.set('format', format);
      const content = await session.file(`/api/reports/file?${query}`);
      const from = firstMonth(question.to, question.span);
      offerFile(content, `kikidoki-${from}-${question.to}.${format}`);
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
