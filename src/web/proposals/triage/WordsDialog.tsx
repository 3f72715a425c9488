import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { Modal } from '../../themes/Modal.tsx';

export type DialogProps = { busy: boolean; trouble: string | null; onClose(): void };

type Props = DialogProps & {
  title: string;
  label: string;
  hint: string;
  send: string;
  onSend(words: string): void;
  /** More fields, above the words. */
  children?: ReactNode;
  isReady?: boolean;
};

/** Asks for words that a step needs. */
export function WordsDialog({
  title,
  label,
  hint,
  send,
  onSend,
  children,
  isReady = true,
  ...dialog
}: Props) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const maySend = isReady && !dialog.busy && words.trim() !== '';
  return (
    <Modal
      title={title}
      trouble={dialog.trouble}
      onClose={dialog.onClose}
      onSubmit={() => {
        if (maySend) onSend(words);
      }}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={!maySend}>
            {send}
          </Button>
          <Button onClick={dialog.onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      {children}
      <Field label={label} hint={hint} required>
        <Textarea
          value={words}
          rows={5}
          maxLength={4_000}
          resize="vertical"
          onChange={(_, { value }) => setWords(value)}
        />
      </Field>
    </Modal>
  );
}

/** 質問: to the proposer, whoever it is. */
export function AskDialog(props: DialogProps & { onSend(words: string): void }) {
  const { t } = useWords();
  return (
    <WordsDialog
      {...props}
      title={t('work.askTitle')}
      label={t('work.question')}
      hint={t('work.questionHint')}
      send={t('work.askSend')}
    />
  );
}

/** メモ: among the quality department. */
export function NoteDialog(props: DialogProps & { onSend(words: string): void }) {
  const { t } = useWords();
  return (
    <WordsDialog
      {...props}
      title={t('work.noteTitle')}
      label={t('work.noteLabel')}
      hint={t('work.noteHint')}
      send={t('work.noteSend')}
    />
  );
}

type DelayProps = DialogProps & { answerDueOn: string; onSend(words: string, day: string): void };

/** Moves the promised day, and says why. */
export function DelayDialog({ answerDueOn, onSend, ...dialog }: DelayProps) {
  const { t } = useWords();
  const [day, setDay] = useState('');
  return (
    <WordsDialog
      {...dialog}
      title={t('work.delayTitle')}
      label={t('work.delayWords')}
      hint={t('work.delayWordsHint')}
      send={t('work.delaySend')}
      isReady={day > answerDueOn}
      onSend={(words) => onSend(words, day)}
    >
      <Field label={t('work.delayDay')} required>
        <Input type="date" value={day} min={answerDueOn} onChange={(_, { value }) => setDay(value)} />
      </Field>
    </WordsDialog>
  );
}
