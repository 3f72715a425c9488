import { makeStyles } from '@fluentui/react-components';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { Disclosure } from './Disclosure.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { OtherWays } from './OtherWays.tsx';
import { ShortForm } from './ShortForm.tsx';
import { AgreeOnLeader } from './TodaysLeader.tsx';
import type { Act } from './useDiscussion.ts';

const useStyles = makeStyles({ ways: { display: 'flex', flexDirection: 'column', gap: '0.75rem' } });

type Props = {
  page: DiscussionPage;
  today: string;
  now(): number;
  act: Act;
  onReport(words: string[]): void;
};

/** Before it is held: who leads does it in five minutes or sets it up; members hear how it stands. */
export function NotYet({ page, today, now, act, onReport }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const { leading } = page;
  const { state, skipReason, insightsComing, leader, candidate } = page.shared;
  const isSkipped = state === 'skipped';
  const isClosed = page.edition.state === 'closed';
  const standing = isSkipped
    ? t('discuss.skipped', { reason: skipReason ?? '' })
    : insightsComing
      ? t('discuss.coming')
      : null;
  if (leading?.mayReport) {
    return (
      <div className={styles.ways}>
        {standing && <p className={shared.words}>{standing}</p>}
        {isSkipped && <p className={shared.quiet}>{t('discuss.heldAfterAll')}</p>}
        {candidate && <AgreeOnLeader page={page} act={act} />}
        <ShortForm page={page} leading={leading} today={today} act={act} onReport={onReport} />
        {isClosed ? (
          <p className={shared.quiet}>{t('discuss.closedButReported')}</p>
        ) : (
          <OtherWays page={page} leading={leading} now={now} act={act} />
        )}
      </div>
    );
  }
  const isLeaderMissing = !leading && !isClosed && leader === null;
  return (
    <div className={styles.ways}>
      <p className={shared.words}>{standing ?? (isClosed ? t('discuss.closed') : t('discuss.waiting'))}</p>
      {isLeaderMissing && candidate === null && (
        <Disclosure title={t('discuss.leader.missing')}>
          <AgreeOnLeader page={page} act={act} />
        </Disclosure>
      )}
      {/* Somebody was named: the others see it, or the second consent never comes. */}
      {isLeaderMissing && candidate !== null && <AgreeOnLeader page={page} act={act} />}
    </div>
  );
}
