import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { Attachments } from './Attachments.tsx';
import { EditProposal } from './EditProposal.tsx';
import { OwnTools } from './OwnTools.tsx';
import { ProposalWordsView } from './ProposalWordsView.tsx';
import { useProposalStyles } from './proposals.styles.ts';
import { StateBadge } from './StateBadge.tsx';
import { StepsLine } from './StepsLine.tsx';
import { SupportBox } from './SupportBox.tsx';
import { overdueKeys, standingKeys, waitsForAnswer } from './states.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
});

type Props = { page: ProposalPage; onChange(page: ProposalPage): void };

/** What was proposed, where it stands, what happened to it, and what one may do. */
export function Story({ page, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const { me, supporters, state } = page;
  const maySupport = !me.isProposer && state !== 'withdrawn' && state !== 'merged' && state !== 'referred';
  return (
    <div className={own.column}>
      <header className={styles.head}>
        <h1 className={own.title} lang="ja">
          {page.words.title}
        </h1>
        <Facts page={page} />
      </header>
      <Standing page={page} />
      {me.question !== null && <AnswerForm page={page} question={me.question} onChange={onChange} />}
      {editing ? (
        <EditProposal
          page={page}
          onDone={(next) => {
            if (next) onChange(next);
            setEditing(false);
          }}
        />
      ) : (
        <section className={shared.panel} aria-label={t('proposals.words')}>
          <ProposalWordsView page={page} />
          <Attachments page={page} onChange={onChange} />
          <OwnTools page={page} onChange={onChange} onEdit={() => setEditing(true)} />
        </section>
      )}
      {(supporters > 0 || maySupport) && (
        <section className={shared.panel} aria-label={t('proposals.support')}>
          {supporters > 0 && <p className={shared.words}>{t('proposals.supporters', { n: supporters })}</p>}
          {maySupport && (
            <SupportBox
              proposalId={page.id}
              number={page.number}
              supported={me.supports}
              onChange={onChange}
            />
          )}
        </section>
      )}
      <StepsLine page={page} />
      <p>
        <AppLink className={own.link} to={addressOf('/proposals')}>
          {t('title.proposals')}
        </AppLink>
      </p>
    </div>
  );
}

function Facts({ page }: Pick<Props, 'page'>) {
  const own = useProposalStyles();
  const { t, locale, pick } = useWords();
  const { proposer } = page;
  const day = dayInWords(page.receivedOn, locale);
  return (
    <div className={own.facts}>
      <StateBadge state={page.state} />
      <span className={own.number}>{page.number}</span>
      <span>{t('proposals.receivedOn', { day })}</span>
      <span>
        {proposer
          ? t('proposals.by', { name: pick(proposer.name), department: pick(proposer.department) })
          : t('proposals.anonymous')}
      </span>
    </div>
  );
}

/** Where it stands, in sentences: what is going on, until when, and what it waits for. */
function Standing({ page }: Pick<Props, 'page'>) {
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t, locale } = useWords();
  const { state, overdue, mergedInto, reviewOn, delayReason } = page;
  const day = dayInWords(page.answerDueOn, locale);
  return (
    <section className={shared.panel} aria-label={t('proposals.standingTitle')}>
      <div>
        <p className={shared.title}>{t(standingKeys[state])}</p>
        {waitsForAnswer(state) && overdue !== 'answer' && (
          <p className={shared.words}>{t('proposals.answerBy', { day })}</p>
        )}
        {overdue && (
          <p className={mergeClasses(shared.words, own.late)}>
            {overdue === 'answer' ? t('proposals.answerLate', { day }) : t(overdueKeys.stage)}
          </p>
        )}
        {delayReason !== '' && (
          <p className={own.written}>{t('proposals.delayReason', { reason: delayReason })}</p>
        )}
        {reviewOn && (
          <p className={shared.words}>{t('proposals.reviewOn', { day: dayInWords(reviewOn, locale) })}</p>
        )}
        {mergedInto && (
          <AppLink className={own.link} to={addressOf(`/proposals/${mergedInto.id}`)}>
            {t('proposals.mergedInto', { number: mergedInto.number, title: mergedInto.title })}
          </AppLink>
        )}
      </div>
    </section>
  );
}
