import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { GrowingText } from '../discuss/GrowingText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { useProposalStyles } from './proposals.styles.ts';
import { useProposalAct } from './useProposalAct.ts';

const useStyles = makeStyles({
  panel: { border: `2px solid ${tokens.colorCompoundBrandStroke}` },
});

type Props = { page: ProposalPage; question: string; onChange(page: ProposalPage): void };

/** A question of the quality department, and one's answer: also to an anonymous proposer. */
export function AnswerForm({ page, question, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t } = useWords();
  const [words, setWords] = useState('');
  const { busy, trouble, act } = useProposalAct(page.id, onChange);
  return (
    <section className={mergeClasses(shared.panel, styles.panel)} aria-label={t('proposals.question')}>
      <div>
        <h2 className={shared.title}>{t('proposals.question')}</h2>
        <p className={own.written} lang="ja">
          {question}
        </p>
      </div>
      <GrowingText label={t('proposals.answer')} value={words} onChange={setWords} />
      {page.proposer === null && <p className={shared.quiet}>{t('proposals.answerAnonymous')}</p>}
      {trouble && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div className={shared.row}>
        <Button
          appearance="primary"
          className={shared.press}
          disabledFocusable={busy || words.trim() === ''}
          onClick={() => void act({ act: 'answer', words: words.trim() })}
        >
          {t('proposals.answerSend')}
        </Button>
      </div>
    </section>
  );
}
