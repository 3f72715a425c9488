import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type {
  DiscussionAct,
  DiscussionPage,
  InsightFields,
  OwnInsight,
} from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { ReadAloud } from '../shell/ReadAloud.tsx';
import { Disclosure } from './Disclosure.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { OwnInsights } from './OwnInsights.tsx';
import { isWrittenAlone } from './page.rules.ts';
import type { Act } from './useDiscussion.ts';
import { useWhereItWent } from './useWhereItWent.ts';
import { type SentTo, WriteInsight } from './WriteInsight.tsx';

const useStyles = makeStyles({
  offices: { listStyleType: 'disc', paddingLeft: '1.25rem', lineHeight: 1.8 },
});

type Props = {
  page: DiscussionPage;
  title: string;
  /** Beside what everybody reads, it steps back. */
  isAside: boolean;
  act: Act;
  send(act: DiscussionAct): Promise<void>;
};

const sentKeys = { all: 'discuss.insight.sentToAll', quality: 'discuss.insight.sentToQuality' } as const;
const wentKeys = { shown: 'discuss.insight.wentShown', withheld: 'discuss.insight.wentWithheld' } as const;

type Writing = { key: number; begin: OwnInsight | Partial<InsightFields> };

/** One's own insights: the one being written, and those that are written. Nobody else sees them before the reveal. */
export function InsightSection({ page, title, isAside, act, send }: Props) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const titleId = useId();
  const { insights } = page.me;
  const isRevealed = !isWrittenAlone(page.shared);
  const onlyVoice = page.voices.length === 1 ? page.voices[0]?.id : undefined;
  // Whoever wrote without a name goes on so.
  const anonymous = insights.at(-1)?.anonymous ?? false;
  const fresh = useMemo(
    () => ({ anonymous, ...(onlyVoice ? { voiceId: onlyVoice } : {}) }),
    [anonymous, onlyVoice],
  );
  const [writing, setWriting] = useState<Writing | null>(() =>
    isAside || insights.length > 0 ? null : { key: 0, begin: fresh },
  );

  const [draftId, setDraftId] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<SentTo | null>(null);
  const keys = useRef(0);
  const done = useCallback((to?: SentTo) => {
    setWriting(null);
    setSentTo(to ?? null);
  }, []);
  const went = useWhereItWent(page);
  const said = sentTo ? sentKeys[sentTo] : went && wentKeys[went];

  // Who leads began it: their own form opens as everybody's does.
  const wasAside = useRef(isAside);
  useEffect(() => {
    if (wasAside.current && !isAside && insights.length === 0)
      setWriting((now) => now ?? { key: 0, begin: fresh });
    wasAside.current = isAside;
  }, [isAside, insights.length, fresh]);

  function begin(one?: OwnInsight): void {
    keys.current += 1;
    setSentTo(null);
    setWriting({ key: keys.current, begin: one ?? fresh });
  }

  return (
    <section aria-labelledby={titleId} className={shared.panel}>
      <h2 id={titleId} className={isAside ? shared.title : shared.question}>
        <ReadAloud words={title} />
      </h2>
      <OwnInsights
        page={page}
        editing={writing && draftId}
        isOpen={!isRevealed}
        onEdit={begin}
        onTakeBack={(insightId) => void act({ act: 'takeBackInsight', insightId })}
      />
      {writing ? (
        <WriteInsight
          key={writing.key}
          page={page}
          begin={writing.begin}
          send={send}
          onId={setDraftId}
          onDone={done}
        />
      ) : (
        <div>
          <Button className={shared.press} onClick={() => begin()}>
            {insights.length > 0 ? t('discuss.insight.another') : t('discuss.insight.write')}
          </Button>
        </div>
      )}
      <div role="status">{said && <p className={shared.words}>{t(said)}</p>}</div>
      {isRevealed && <p className={shared.quiet}>{t('discuss.insight.whereAnonymous')}</p>}
      <Elsewhere offices={page.offices} />
    </section>
  );
}

/** What an insight is not, and where that belongs. */
export function Elsewhere({ offices }: Pick<DiscussionPage, 'offices'>) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  return (
    <div>
      <p className={shared.quiet}>{t('discuss.insight.rule')}</p>
      <Disclosure title={t('discuss.offices.title')}>
        <p className={shared.words}>{t('discuss.offices.lead')}</p>
        <ul className={styles.offices}>
          {offices.map(({ key, label }) => (
            <li key={key}>{pick(label)}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
