import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type {
  DiscussionAct,
  DiscussionPage,
  InsightFields,
  OwnInsight,
} from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { isEmptyInsight } from './draftKeeper.ts';
import { InsightForm } from './InsightForm.tsx';
import { isWrittenAlone } from './page.rules.ts';
import { SaveLine } from './SaveLine.tsx';
import { useDraft } from './useDraft.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '1.5rem' },
});

type Props = {
  page: DiscussionPage;
  begin: OwnInsight | Partial<InsightFields>;
  send(act: DiscussionAct): Promise<void>;
  placeMs?: () => number;
  /** Of the voice that is heard beside it, nothing else is asked. */
  voiceId?: string;
  /** Under which id it is written, once that is known and when it changes. */
  onId?: (insightId: string) => void;
  /** Written for now; after the reveal with where it went. */
  onDone(sentTo?: SentTo): void;
};

/** Who reads what was sent after the reveal. */
export type SentTo = 'all' | 'quality';

/**
 * One insight being written, and sent by a press: until the reveal its writer alone reads it, afterwards everybody does.
 */
export function WriteInsight({ page, begin, send, placeMs, voiceId, onId, onDone }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const isAlone = isWrittenAlone(page.shared);
  const place = [page.shared.id, page.me.id, voiceId ?? '', 'id' in begin ? begin.id : ''].join('.');
  const { draft, change, save } = useDraft({ begin, place, send });
  const own = page.me.insights.find((one) => one.id === draft.id);

  useEffect(() => onId?.(draft.id), [draft.id, onId]);

  const beganAlone = useRef(isAlone);
  const isAtRest = draft.status === 'saved' || draft.status === 'empty';
  useEffect(() => {
    // Revealed meanwhile: a form in which nothing waits any more makes room for what everybody wrote.
    if (beganAlone.current && !isAlone && isAtRest) onDone();
  }, [isAlone, isAtRest, onDone]);

  async function finish(): Promise<void> {
    if (await save()) onDone(isAlone ? undefined : draft.fields.anonymous ? 'quality' : 'all');
  }

  return (
    <div className={styles.form}>
      <InsightForm
        fields={draft.fields}
        feelings={page.feelings}
        voices={voiceId ? page.voices.filter((voice) => voice.id === voiceId) : page.voices}
        onChange={change}
        {...(placeMs ? { placeMs } : {})}
      />
      <div className={shared.row}>
        <Button
          appearance="primary"
          className={shared.press}
          disabledFocusable={isEmptyInsight(draft.fields) || draft.status === 'saving'}
          onClick={() => void finish()}
        >
          {isAlone
            ? t('discuss.insight.finish')
            : draft.fields.anonymous
              ? t('discuss.insight.toQuality')
              : t('discuss.insight.toAll')}
        </Button>
        <SaveLine
          draft={draft}
          isAlone={isAlone}
          isLate={beganAlone.current && !isAlone}
          masked={own?.masked ?? []}
        />
      </div>
    </div>
  );
}
