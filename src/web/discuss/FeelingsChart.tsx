import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { DiscussionPage, SharedDiscussion } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { FORCED, useDiscussStyles } from './discuss.styles.ts';
import { useVoiceName } from './voiceName.ts';

/** By the reader's own letters: name and bar side by side would leave too little for either. */
const CLOSE = '@container (max-width: 16rem)';

const useStyles = makeStyles({
  voice: { display: 'block', fontWeight: 400, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  around: { containerType: 'inline-size' },
  table: { width: '100%', maxWidth: '34rem', borderCollapse: 'collapse', lineHeight: 1.6 },
  name: {
    width: '1%',
    padding: '0.25rem 0.75rem 0.25rem 0',
    textAlign: 'left',
    fontWeight: 400,
    whiteSpace: 'nowrap',
    [CLOSE]: { display: 'block', width: 'auto', padding: '0.5rem 0 0', whiteSpace: 'normal' },
  },
  count: { padding: '0.25rem 0', fontVariantNumeric: 'tabular-nums', [CLOSE]: { display: 'block' } },
  line: { display: 'flex', alignItems: 'center', gap: '0.625rem' },
  track: { flex: '1 1 auto', minWidth: '2rem' },
  bar: {
    height: '0.875rem',
    minWidth: '0.5rem',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  number: { minWidth: '1.5rem', textAlign: 'right' },
});

/** What the workplace thinks that the customers felt: a chart for each customer. */
export function FeelingsCharts({ page }: { page: DiscussionPage }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const nameOf = useVoiceName(page);
  const { feelings } = page.shared;
  if (feelings.length === 0) return null;
  return (
    <section aria-label={t('discuss.feelings')} className={shared.panel}>
      {feelings.map((one) => (
        <FeelingsChart key={one.voiceId} feelings={one.feelings} voice={nameOf(one.voiceId)} />
      ))}
    </section>
  );
}

type Props = {
  feelings: SharedDiscussion['feelings'][number]['feelings'];
  /** Whose; null where there is one customer. */
  voice: string | null;
};

/** A table whose rows are as long as they are often. */
function FeelingsChart({ feelings, voice }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const titleId = useId();
  const most = Math.max(...feelings.map((feeling) => feeling.count));
  return (
    <div>
      <h3 id={titleId} className={shared.title}>
        {t('discuss.feelings')}
        {voice !== null && <span className={styles.voice}>{voice}</span>}
      </h3>
      <div className={styles.around}>
        <table className={styles.table} aria-labelledby={titleId}>
          <tbody>
            {feelings.map(({ key, label, count }) => (
              <tr key={key}>
                <th scope="row" className={styles.name}>
                  {pick(label)}
                </th>
                <td className={styles.count}>
                  <div className={styles.line}>
                    <div className={styles.track} aria-hidden="true">
                      <div className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
                    </div>
                    <span className={styles.number}>{count}</span>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
