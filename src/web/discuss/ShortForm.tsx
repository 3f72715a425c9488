import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ReadAloud } from '../shell/ReadAloud.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { GrowingText } from './GrowingText.tsx';
import { HeldFields } from './HeldFields.tsx';
import type { Act } from './useDiscussion.ts';
import { headcount } from './wrapUp.rules.ts';

type Props = {
  page: DiscussionPage;
  leading: NonNullable<DiscussionPage['leading']>;
  today: string;
  /** The words that are about to be sent. */
  onReport(words: string[]): void;
  act: Act;
};

/** 「5分で」: the one question, one line of what was noticed, how many, and 「実施しました」. */
export function ShortForm({ page, leading, today, onReport, act }: Props) {
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const [understood, setUnderstood] = useState('');
  const [held, setHeld] = useState({ participants: headcount(page), heldOn: today });
  const [busy, setBusy] = useState(false);
  const questionId = useId();

  async function report(): Promise<void> {
    setBusy(true);
    onReport([understood]);
    const done = await act({
      act: 'wrapUp',
      understood,
      ...held,
      actions: [],
      seenReports: page.shared.reports,
    });
    if (!done) setBusy(false);
  }

  return (
    <section aria-labelledby={questionId} className={shared.panel}>
      <h2 id={questionId} className={shared.question}>
        <ReadAloud words={pick(page.question)} />
      </h2>
      <GrowingText label={t('discuss.short.noticed')} value={understood} onChange={setUnderstood} large />
      <HeldFields
        held={held}
        today={today}
        hint={leading.counted > 0 ? t('discuss.held.counted') : t('discuss.held.members')}
        onChange={setHeld}
      />
      <div className={shared.row}>
        <Button
          appearance="primary"
          size="large"
          className={shared.main}
          disabledFocusable={busy || held.participants < 1}
          onClick={() => void report()}
        >
          {t('discuss.short.done')}
        </Button>
        <p className={shared.quiet}>{t('discuss.short.reported')}</p>
      </div>
    </section>
  );
}
