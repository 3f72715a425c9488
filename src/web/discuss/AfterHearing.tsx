import { makeStyles } from '@fluentui/react-components';
import { useCallback, useId, useState } from 'react';
import type { DiscussionList } from '../../edges/http/contract/discussion.ts';
import type { VoicePage } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { Elsewhere } from './InsightSection.tsx';
import { isWrittenAlone } from './page.rules.ts';
import { useDiscussion } from './useDiscussion.ts';
import { type SentTo, WriteInsight } from './WriteInsight.tsx';

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

type Props = {
  voice: VoicePage;
  /** Where the sound is. */
  placeMs(): number;
};

/**
 * The three questions after a voice was heard, for the discussion of one's workplace. Where there is none to write
 * for, or it cannot be asked for, nothing is shown: the voice was heard all the same.
 */
export function AfterHearing({ voice, placeMs }: Props) {
  const { session } = useSession();
  const editionId = voice.edition.id;
  const ask = useCallback(
    () => session.request<DiscussionList>(`/api/discussions?edition=${editionId}`),
    [session, editionId],
  );
  const { answer } = useAnswer(ask);
  if (answer.state !== 'ready' || voice.edition.state !== 'open') return null;
  const { discussions } = answer.value;
  const own = discussions.find((one) => one.main) ?? discussions[0];
  return own ? <Questions discussionId={own.id} voice={voice} placeMs={placeMs} /> : null;
}

const thanksKeys = {
  alone: 'discuss.insight.thanks',
  all: 'discuss.insight.sentToAll',
  quality: 'discuss.insight.sentToQuality',
} as const;

type QuestionsProps = Props & { discussionId: string };

function Questions({ discussionId, voice, placeMs }: QuestionsProps) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { page, sendAlone } = useDiscussion(discussionId, false);
  const [written, setWritten] = useState<'alone' | SentTo | null>(null);
  const titleId = useId();
  if (!page) return null;
  const isAlone = isWrittenAlone(page.shared);
  // What was begun on another day is gone on with, as long as it can be changed.
  const begun = isAlone ? page.me.insights.find((one) => one.voiceId === voice.id) : undefined;
  const department = pick(page.department.name);
  return (
    <section aria-labelledby={titleId} className={shared.panel}>
      <h2 id={titleId} className={shared.title}>
        {t('discuss.insight.title')}
      </h2>
      <p className={shared.quiet}>{t('discuss.insight.goesTo', { department })}</p>
      {written ? (
        <p role="status" className={shared.words}>
          {t(thanksKeys[written])}
        </p>
      ) : (
        <WriteInsight
          page={page}
          begin={begun ?? { voiceId: voice.id }}
          voiceId={voice.id}
          send={sendAlone}
          placeMs={placeMs}
          onDone={(to) => setWritten(to ?? 'alone')}
        />
      )}
      <Elsewhere offices={page.offices} />
      <div>
        <AppLink
          className={styles.link}
          to={addressOf(`/discuss/${voice.edition.id}`, { department: page.department.id })}
        >
          {t('discuss.toPage')}
        </AppLink>
      </div>
    </section>
  );
}
