import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { VoiceQuote } from './VoiceQuote.tsx';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  term: { fontSize: '0.875rem', lineHeight: 1.6, fontWeight: 600, color: tokens.colorNeutralForeground2 },
  text: { lineHeight: 1.8, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
  large: { fontSize: '1.125rem' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
    gap: '0.75rem 1.5rem',
  },
});

/** What a proposal says, and the voice that it comes from. */
export function ProposalWordsView({ page }: { page: ProposalPage }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { words, voice } = page;
  const rows = [
    [t('propose.change'), words.change],
    [t('propose.today'), words.today],
    [t('propose.effect'), words.effect],
  ] as const;
  return (
    <>
      <dl className={styles.words}>
        {rows
          .filter(([, text]) => text !== '')
          .map(([term, text], index) => (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={mergeClasses(styles.text, index === 0 && styles.large)} lang="ja">
                {text}
              </dd>
            </div>
          ))}
      </dl>
      {voice &&
        (voice.withdrawn ? (
          <p className={shared.quiet}>{t('proposals.voiceWithdrawn')}</p>
        ) : (
          <VoiceQuote voice={voice} />
        ))}
      <FactsOf page={page} />
    </>
  );
}

function FactsOf({ page }: { page: ProposalPage }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { lineOfBusiness, process, ownerDepartment, origin, originName, coProposers } = page.facts;
  const from = { own: '', agency: t('propose.originAgency'), colleague: t('propose.originColleague') };
  const rows = [
    [t('propose.line'), lineOfBusiness ? pick(lineOfBusiness.label) : ''],
    [t('propose.process'), process ? pick(process.label) : ''],
    [t('propose.department'), ownerDepartment ? pick(ownerDepartment.name) : ''],
    [t('propose.origin'), [from[origin], originName].filter((part) => part !== '').join(' ')],
    [t('propose.together'), coProposers.map(({ name }) => pick(name)).join(t('discuss.comma'))],
  ].filter(([, text]) => text !== '');
  if (rows.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
