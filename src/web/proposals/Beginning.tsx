import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProposalForm } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { VoiceQuote } from './VoiceQuote.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.5rem',
    paddingLeft: '1rem',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
  words: { lineHeight: 1.8, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
});

/** What the proposal begins from: the customer's sentence with its second, or what the workplace suggested. */
export function Beginning({ form }: { form: ProposalForm }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { voice, taken } = form;
  if (!voice && !taken) return null;
  return (
    <div className={styles.box}>
      {taken && (
        <div>
          <p className={shared.quiet}>
            {taken.group === '' ? t('propose.takenUp') : t('propose.takenUpOf', { group: taken.group })}
          </p>
          <p className={styles.words}>{taken.words}</p>
        </div>
      )}
      {voice && <VoiceQuote voice={voice} />}
    </div>
  );
}
