import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { longestAnswer, type ThemePage } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { buttonRow } from './layout.ts';
import { OwnerChoice } from './OwnerChoice.tsx';
import { useAct } from './useAct.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1rem',
    '& .fui-Input, & .fui-Combobox': { minHeight: '44px' },
    '& .fui-Combobox': { width: '100%' },
    '& .fui-Field__hint': { marginTop: '0.25rem' },
    '& textarea': { minHeight: '7rem', maxHeight: 'none', lineHeight: 1.8 },
  },
  actions: { ...buttonRow, alignItems: 'center' },
});

type Props = { theme: ThemePage; onChange(theme: ThemePage): void };

/** What a theme says: title and owner for the quality department, background and answer for the owner too. */
export function ThemeForm({ theme, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const { busy, trouble, send } = useAct();
  const [title, setTitle] = useState(theme.title);
  const [owner, setOwner] = useState(theme.owner);
  const [cause, setCause] = useState(theme.cause);
  const [answer, setAnswer] = useState(theme.answer);
  const [saved, setSaved] = useState(false);
  const mayAll = theme.edits === 'all';
  const mayWrite = theme.edits !== 'nothing';

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setSaved(false);
    const next = await send<ThemePage>(`/api/themes/${theme.id}`, {
      act: 'edit',
      version: theme.version,
      title,
      ownerDepartmentId: owner?.id ?? null,
      cause,
      answer,
    });
    if (!next) return;
    // What was masked shows at once.
    setTitle(next.title);
    setCause(next.cause);
    setAnswer(next.answer);
    setSaved(true);
    onChange(next);
  }

  function typing<T>(change: (value: T) => void): (value: T) => void {
    return (value) => {
      setSaved(false);
      change(value);
    };
  }

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Field label={t('themes.title')}>
        <Input
          value={title}
          maxLength={120}
          required
          readOnly={!mayAll}
          onChange={(_, { value }) => typing(setTitle)(value)}
        />
      </Field>
      <OwnerChoice owner={owner} disabled={!mayAll} onChange={typing(setOwner)} />
      <Field label={t('themes.cause')} hint={t('themes.causeHint')}>
        <Textarea
          value={cause}
          maxLength={longestAnswer}
          readOnly={!mayWrite}
          resize="vertical"
          onChange={(_, { value }) => typing(setCause)(value)}
        />
      </Field>
      <Field label={t('themes.answer')} hint={t('themes.answerHint')}>
        <Textarea
          value={answer}
          maxLength={longestAnswer}
          readOnly={!mayWrite}
          resize="vertical"
          onChange={(_, { value }) => typing(setAnswer)(value)}
        />
      </Field>
      {trouble && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {mayWrite && (
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={busy || title.trim() === ''}>
            {t('themes.save')}
          </Button>
          <span role="status">{saved && t('themes.saved')}</span>
        </div>
      )}
    </form>
  );
}
