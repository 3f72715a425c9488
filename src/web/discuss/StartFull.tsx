import { Button, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { Choice } from './Choice.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import type { Act } from './useDiscussion.ts';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.25rem',
    listStyleType: 'decimal',
    paddingLeft: '1.5rem',
    lineHeight: 1.8,
  },
});

type Props = { page: DiscussionPage; now(): number; act: Act };

/** 「じっくり」: what happens, how it is held, and the start. */
export function StartFull({ page, now, act }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  const [isAsync, setAsync] = useState(false);
  const [revealAt, setRevealAt] = useState('');
  const revealId = useId();
  const minutes = page.shared.steps.reduce((sum, step) => sum + step.minutes, 0);

  function start(): void {
    // What a field of date and time says is meant where the browser is.
    const at = revealAt === '' ? null : new Date(revealAt).toISOString();
    void act({ act: 'start', mode: 'full', isAsync, revealAt: at });
  }

  return (
    <div className={shared.stack}>
      <ol className={styles.steps}>
        <li>{t('discuss.full.alone')}</li>
        <li>{t('discuss.full.together')}</li>
        <li>{t('discuss.full.talk')}</li>
      </ol>
      <Choice
        legend={t('discuss.full.how')}
        options={[
          { value: 'now', words: t('discuss.full.now', { minutes }) },
          { value: 'days', words: t('discuss.full.days') },
        ]}
        value={isAsync ? 'days' : 'now'}
        onChange={(value) => setAsync(value === 'days')}
      />
      {isAsync && (
        <p className={shared.quiet}>
          {t('discuss.full.daysLong', { day: dayInWords(page.edition.dueOn, locale) })}
        </p>
      )}
      <div>
        <label htmlFor={revealId} className={shared.label}>
          {t('discuss.full.revealAt')}
        </label>
        <input
          id={revealId}
          type="datetime-local"
          className={shared.field}
          min={localMinute(now())}
          value={revealAt}
          onChange={(event) => setRevealAt(event.target.value)}
        />
        <p className={shared.hint}>
          {t(isAsync ? 'discuss.full.revealAtHintDays' : 'discuss.full.revealAtHint')}
        </p>
      </div>
      <div>
        <Button appearance="primary" size="large" className={shared.main} onClick={start}>
          {t('discuss.full.start')}
        </Button>
      </div>
    </div>
  );
}

/** As a field of date and time wants it: `2026-12-01T09:30`, in the browser's own time. */
function localMinute(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
