import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { panel, useDiscussStyles } from './discuss.styles.ts';
import { PlanDay, SkipMonth } from './NotNow.tsx';
import { StartFull } from './StartFull.tsx';
import { NameLeader } from './TodaysLeader.tsx';
import type { Act } from './useDiscussion.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', gap: '0.25rem 0.5rem' },
  opened: { ...panel, marginTop: '0.75rem', backgroundColor: tokens.colorNeutralBackground1 },
});

type Props = {
  page: DiscussionPage;
  leading: NonNullable<DiscussionPage['leading']>;
  now(): number;
  act: Act;
};

/** What a leader may do instead of 「5分で」: a fuller discussion, another day, later, not this month, somebody else. */
export function OtherWays({ page, leading, now, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const panelId = useId();
  const close = (): void => setOpened(null);

  // A month that is skipped has no day and no reminder.
  const isSkipped = page.shared.state === 'skipped';
  const ways = [
    {
      key: 'full',
      words: t('discuss.full.switch'),
      inside: <StartFull page={page} now={now} act={act} />,
    },
    !isSkipped && {
      key: 'plan',
      words: t('discuss.later.plan'),
      inside: <PlanDay page={page} days={leading.days} act={act} onDone={close} />,
    },
    !isSkipped && {
      key: 'skip',
      words: t('discuss.later.skip'),
      inside: <SkipMonth act={act} onDone={close} />,
    },
    {
      key: 'leader',
      words: t('discuss.leader.ask'),
      inside: <NameLeader page={page} act={act} onDone={close} />,
    },
  ].filter((one) => one !== false);
  const way = ways.find((one) => one.key === opened);
  return (
    <section aria-label={t('discuss.otherWays')}>
      <div className={styles.ways}>
        {ways.map(({ key, words }) => (
          <ToggleButton
            key={key}
            appearance={key === 'full' ? 'outline' : 'subtle'}
            className={shared.small}
            checked={opened === key}
            aria-expanded={opened === key}
            aria-controls={panelId}
            onClick={() => setOpened(opened === key ? null : key)}
          >
            {words}
          </ToggleButton>
        ))}
        {!isSkipped && <Snooze until={leading.snoozedUntil} act={act} />}
      </div>
      <div id={panelId}>{way && <div className={styles.opened}>{way.inside}</div>}</div>
    </section>
  );
}

/** Not this week: the next reminder comes in a week. It says so as long as it holds. */
function Snooze({ until, act }: { until: string | null; act: Act }) {
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  return (
    <ToggleButton
      appearance="subtle"
      className={shared.small}
      checked={until !== null}
      onClick={() => void act({ act: 'snooze' })}
    >
      {until === null
        ? t('discuss.later.snooze')
        : t('discuss.later.snoozed', { day: dayInWords(until, locale) })}
    </ToggleButton>
  );
}
