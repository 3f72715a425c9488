import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { Modal } from '../../themes/Modal.tsx';
import { type Move, moveKeys, needsWords } from './states.ts';

export interface Decided {
  to: Move;
  words: string;
  reviewOn: string | null;
}

type Props = {
  to: Move;
  /** Several at once; null: one. */
  count: number | null;
  busy: boolean;
  trouble: string | null;
  onDecide(decided: Decided): void;
  onClose(): void;
};

/** Moves one or several proposals on, with words to those who wait. */
export function MoveDialog({ to, count, busy, trouble, onDecide, onClose }: Props) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  const hasTerm = needsWords(to);
  const isReady = !busy && (!needsWords(to) || words.trim() !== '');
  const title = t(moveKeys[to]);
  return (
    <Modal
      title={count === null ? title : t('work.several', { what: title, n: count })}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => {
        if (isReady) onDecide({ to, words, reviewOn: reviewOn || null });
      }}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
            {t('work.go')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <Field label={t('work.toProposer')} required={needsWords(to)} hint={t('work.toProposerHint')}>
        <Textarea
          value={words}
          rows={5}
          maxLength={4_000}
          resize="vertical"
          onChange={(_, { value }) => setWords(value)}
        />
      </Field>
      {hasTerm && (
        <Field label={t('work.reviewOn')} hint={t('work.reviewOnHint')}>
          <Input type="date" value={reviewOn} onChange={(_, { value }) => setReviewOn(value)} />
        </Field>
      )}
    </Modal>
  );
}
