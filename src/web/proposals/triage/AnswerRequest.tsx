import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ProposalPage } from '../../../edges/http/contract/proposalPage.ts';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { buttonRow, sheet } from '../../themes/layout.ts';
import { useWorkAct } from './useWorkAct.ts';
import { fields, partTitle, quietText } from './work.styles.ts';

const useStyles = makeStyles({
  sheet: { ...sheet },
  title: partTitle,
  words: { lineHeight: 1.8, whiteSpace: 'pre-line' },
  quiet: quietText,
  fields,
  actions: { ...buttonRow },
});

type Props = { page: ProposalPage; onChange(page: ProposalPage): void };

/** 検討依頼, for those who lead the department that was asked. Nothing for everybody else. */
export function AnswerRequest({ page, onChange }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const { busy, trouble, work } = useWorkAct(page.id, onChange);
  const [words, setWords] = useState('');
  const { request } = page.me;
  if (!request) return null;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!request || busy || words.trim() === '') return;
    if (await work({ act: 'answerRequest', requestId: request.id, words })) setWords('');
  }

  return (
    <form className={styles.sheet} onSubmit={(event) => void send(event)}>
      <h2 className={styles.title}>{t('work.toAnswer')}</h2>
      <div className={styles.fields}>
        <p className={styles.words} lang="ja">
          {request.words}
        </p>
        <p className={styles.quiet}>{t('work.toAnswerBy', { day: dayInWords(request.dueOn, locale) })}</p>
        <Field label={t('work.answerLabel')}>
          <Textarea
            value={words}
            rows={4}
            maxLength={4_000}
            resize="vertical"
            onChange={(_, { value }) => setWords(value)}
          />
        </Field>
        {trouble && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={busy || words.trim() === ''}>
            {t('work.answerSend')}
          </Button>
        </div>
      </div>
    </form>
  );
}
