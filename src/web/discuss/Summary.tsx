import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { DiscussionAction, DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionList } from './ActionList.tsx';
import { CloseAction } from './CloseAction.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { proposedIn } from './page.rules.ts';
import { SuggestedMark } from './SuggestedMark.tsx';
import type { Act } from './useDiscussion.ts';
import { maskedKinds } from './wrapUp.rules.ts';

const useStyles = makeStyles({
  understood: {
    fontSize: 'clamp(1.25rem, 1rem + 1.25vw, 1.75rem)',
    lineHeight: 1.65,
    fontWeight: 600,
    whiteSpace: 'pre-wrap',
    textWrap: 'pretty',
  },
  proposed: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  proposal: { fontSize: '1.0625rem', lineHeight: 1.7, textWrap: 'pretty', whiteSpace: 'pre-wrap' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1.5rem', color: tokens.colorNeutralForeground2 },
});

type Props = {
  page: DiscussionPage;
  /** What the leader before it has just written; null for everybody else. */
  reported: readonly string[] | null;
  /** Absent: it can be corrected no more, or not by this person. */
  onCorrect: (() => void) | null;
  act: Act;
};

/** What came out of it, for everybody. */
export function Summary({ page, reported, onCorrect, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  const titleId = useId();
  const { understood, actions, participants, heldOn } = page.shared;
  const types = maskedKinds(reported ?? [], [understood, ...actions.map((action) => action.text)]);
  const masked =
    reported !== null && types.length > 0
      ? t('discuss.insight.masked', { types: types.join(t('discuss.comma')) })
      : null;
  return (
    <section aria-labelledby={titleId} className={shared.panel}>
      <h2 id={titleId} className={shared.title}>
        {t('discuss.summary.title')}
      </h2>
      <div role="status">{masked && <p className={shared.quiet}>{masked}</p>}</div>
      {understood !== '' && <p className={styles.understood}>{understood}</p>}
      {actions.length > 0 && (
        <div>
          <h3 className={shared.label}>{t('discuss.summary.actions')}</h3>
          <ActionList
            actions={actions}
            toolsOf={(action) => (
              <>
                {(page.me.leads || action.owner?.id === page.me.id) && (
                  <CloseAction action={action} act={act} />
                )}
                {page.me.leads && <SuggestAction action={action} act={act} />}
              </>
            )}
          />
        </div>
      )}
      <Proposed page={page} />
      <div className={styles.facts}>
        {heldOn && <span>{t('discuss.summary.held', { day: dayInWords(heldOn, locale) })}</span>}
        {participants !== null && <span>{t('discuss.summary.participants', { participants })}</span>}
      </div>
      <Timeliness page={page} />
      {onCorrect && (
        <div>
          <Button className={shared.press} onClick={onCorrect}>
            {t('discuss.summary.correct')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What the workplace would like to propose, each with the way to do it. */
function Proposed({ page }: { page: DiscussionPage }) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const proposed = proposedIn(page.shared);
  if (proposed.length === 0) return null;
  return (
    <div>
      <h3 className={shared.label}>{t('discuss.summary.proposed')}</h3>
      <ul className={styles.proposed}>
        {proposed.map(({ id, words }) => (
          <li key={id}>
            <p className={styles.proposal}>{words}</p>
            <SuggestedMark sourceId={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Marks an action as a candidate for a proposal, or takes the mark back. */
function SuggestAction({ action, act }: { action: DiscussionAction; act: Act }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { id, suggested } = action;
  return (
    <Button
      appearance="subtle"
      className={shared.press}
      onClick={() => void act({ act: 'suggest', source: 'action', sourceId: id, suggested: !suggested })}
    >
      {suggested ? t('discuss.suggest.undo') : t('discuss.suggest.do')}
    </Button>
  );
}

/** Held and reported in time, or later: thanks either way. */
function Timeliness({ page }: { page: DiscussionPage }) {
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  const { timeliness, reportedOn } = page.shared;
  const day = dayInWords(reportedOn ?? page.edition.dueOn, locale);
  if (timeliness === 'lateReport')
    return <p className={shared.words}>{t('discuss.summary.lateReport', { day })}</p>;
  if (timeliness === 'lateHeld') return <p className={shared.words}>{t('discuss.summary.lateHeld')}</p>;
  return <p className={shared.words}>{t('discuss.summary.inTime')}</p>;
}
