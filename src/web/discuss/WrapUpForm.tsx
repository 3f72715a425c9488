import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionRows } from './ActionRows.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { GrowingText } from './GrowingText.tsx';
import { HeldFields } from './HeldFields.tsx';
import { OpenActions } from './OpenActions.tsx';
import type { Act } from './useDiscussion.ts';
import { type WrapUpDraft, wrapUpToSend } from './wrapUp.rules.ts';

type Props = {
  page: DiscussionPage;
  leading: NonNullable<DiscussionPage['leading']>;
  draft: WrapUpDraft;
  /** Somebody else reported while this was filled in: both are in it. */
  isMeanwhile: boolean;
  today: string;
  onChange(draft: WrapUpDraft): void;
  /** The words that are about to be sent. */
  onReport(words: string[]): void;
  onDone?: () => void;
  act: Act;
};

/** The end of a discussion and its 実施報告 in one: what we understood, what we will do, how many, which day. */
export function WrapUpForm({
  page,
  leading,
  draft,
  isMeanwhile,
  today,
  onChange,
  onReport,
  onDone,
  act,
}: Props) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  const isCorrection = page.shared.state === 'wrapped_up';

  async function report(): Promise<void> {
    setBusy(true);
    onReport([draft.understood, ...draft.actions.map((action) => action.text)]);
    const done = await act({ act: 'wrapUp', ...wrapUpToSend(draft) });
    setBusy(false);
    if (done) onDone?.();
  }

  return (
    <section aria-labelledby={titleId} className={shared.panel}>
      <h3 id={titleId} className={shared.question}>
        {isCorrection ? t('discuss.wrapUp.correct') : t('discuss.wrapUp.title')}
      </h3>
      {isMeanwhile && (
        <p role="status" className={shared.words}>
          {t('discuss.wrapUp.meanwhile')}
        </p>
      )}
      <GrowingText
        label={t('discuss.wrapUp.understood')}
        value={draft.understood}
        onChange={(understood) => onChange({ ...draft, understood })}
        large
      />
      <OpenActions actions={leading.openActions} act={act} />
      <ActionRows
        actions={draft.actions}
        members={page.members}
        today={today}
        onChange={(actions) => onChange({ ...draft, actions })}
      />
      <HeldFields
        held={draft}
        today={today}
        hint={leading.counted > 0 ? t('discuss.held.counted') : t('discuss.held.members')}
        onChange={(held) => onChange({ ...draft, ...held })}
      />
      <div className={shared.row}>
        <Button
          appearance="primary"
          size="large"
          className={shared.main}
          disabledFocusable={busy || draft.participants < 1}
          onClick={() => void report()}
        >
          {isCorrection ? t('discuss.wrapUp.save') : t('discuss.wrapUp.report')}
        </Button>
        {isCorrection ? (
          <Button className={shared.press} onClick={onDone}>
            {t('discuss.cancel')}
          </Button>
        ) : (
          <p className={shared.quiet}>{t('discuss.short.reported')}</p>
        )}
      </div>
    </section>
  );
}
