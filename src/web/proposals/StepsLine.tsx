import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProposalPage, ProposalStep } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { momentInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { stateKeys, stepKeys } from './states.ts';

const useStyles = makeStyles({
  line: { marginTop: '1rem', display: 'flex', flexDirection: 'column' },
  step: {
    position: 'relative',
    paddingLeft: '1.75rem',
    paddingBottom: '1.25rem',
    // The line from one step to the next, and the point of each.
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    marginLeft: '0.5rem',
    // Nothing to lead to; a transparent line would be seen in forced colours.
    ':last-child': { borderLeft: 'none', marginLeft: 'calc(0.5rem + 2px)', paddingBottom: 0 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-0.4375rem',
      top: '0.45rem',
      width: '0.75rem',
      height: '0.75rem',
      borderRadius: '50%',
      boxSizing: 'border-box',
      border: `2px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    ':last-child::before': {
      backgroundColor: tokens.colorCompoundBrandBackground,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  what: { lineHeight: 1.7, fontWeight: 600 },
  words: { lineHeight: 1.8, whiteSpace: 'pre-wrap', textWrap: 'pretty' },
});

/** 対応履歴: what happened to the proposal, as a line. */
export function StepsLine({ page }: { page: ProposalPage }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, locale, pick } = useWords();
  const wordOf = ({ kind, to }: ProposalStep) => {
    if (kind === 'moved' && to) return t('proposals.movedTo', { state: t(stateKeys[to]) });
    return t(stepKeys[kind]);
  };
  return (
    <section className={shared.panel} aria-label={t('proposals.history')}>
      <div>
        <h2 className={shared.title}>{t('proposals.history')}</h2>
        <ol className={styles.line}>
          {page.steps.map((step) => (
            <li key={step.id} className={styles.step}>
              <p className={styles.what}>{wordOf(step)}</p>
              <p className={shared.quiet}>
                {momentInWords(Date.parse(step.at), locale)} {step.actor && pick(step.actor)}
                {page.work && !step.told && step.kind !== 'received' && ` ${t('proposals.internal')}`}
              </p>
              {step.words !== '' && (
                <p className={styles.words} lang="ja">
                  {step.words}
                </p>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
