import { makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ProposalSummary } from '../../edges/http/contract/proposals.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { quietMark } from '../shell/surfaces.ts';
import { wholeCard } from '../shell/wholeCard.ts';
import { sheet } from '../themes/layout.ts';
import { useProposalStyles } from './proposals.styles.ts';
import { StateBadge } from './StateBadge.tsx';
import { overdueKeys, waitsForAnswer } from './states.ts';

const useStyles = makeStyles({
  entry: {
    ...sheet,
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: '0.5rem',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: { ...wholeCard, color: tokens.colorNeutralForeground1, fontSize: '1.0625rem', lineHeight: 1.7 },
  question: { ...quietMark, color: tokens.colorBrandForeground1 },
});

export type ListedProposal = ProposalSummary & {
  anonymous?: boolean;
  question?: boolean;
  /** 検討依頼 that waits for one's department. */
  requestDueOn?: string;
  requestLate?: boolean;
};

/** A proposal in one's own list: where it stands, when an answer comes, whether something is asked. */
export function ProposalEntry({ proposal }: { proposal: ListedProposal }) {
  const styles = useStyles();
  const own = useProposalStyles();
  const { t, locale } = useWords();
  const { state, overdue, supporters } = proposal;
  return (
    <li className={styles.entry}>
      <AppLink className={styles.name} to={addressOf(`/proposals/${proposal.id}`)} appearance="subtle">
        <span lang="ja">{proposal.title}</span>
      </AppLink>
      {proposal.question && (
        <span className={styles.question}>
          <QuestionCircleRegular aria-hidden="true" />
          {t('proposals.question')}
        </span>
      )}
      {proposal.requestDueOn && (
        <span className={styles.question}>
          <QuestionCircleRegular aria-hidden="true" />
          {t(proposal.requestLate ? 'proposals.requestLate' : 'proposals.requestBy', {
            day: dayInWords(proposal.requestDueOn, locale),
          })}
        </span>
      )}
      <div className={own.facts}>
        <StateBadge state={state} />
        <span className={own.number}>{proposal.number}</span>
        {proposal.anonymous && <span>{t('proposals.anonymous')}</span>}
        <span>{t('proposals.receivedOn', { day: dayInWords(proposal.receivedOn, locale) })}</span>
        {waitsForAnswer(state) && !overdue && (
          <span>{t('proposals.answerBy', { day: dayInWords(proposal.answerDueOn, locale) })}</span>
        )}
        {overdue && <span className={own.late}>{t(overdueKeys[overdue])}</span>}
        {supporters > 0 && <span>{t('proposals.supporters', { n: supporters })}</span>}
      </div>
    </li>
  );
}
