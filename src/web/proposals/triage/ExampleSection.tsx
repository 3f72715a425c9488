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
import { longestExampleTitle } from '../../../edges/http/contract/proposalWork.ts';
import { dayInWords } from '../../i18n/format.rules.ts';
import { useWords } from '../../i18n/i18n.ts';
import { buttonRow } from '../../themes/layout.ts';
import { useWorkAct } from './useWorkAct.ts';
import { fields, partTitle, quietText } from './work.styles.ts';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  title: partTitle,
  fields,
  quiet: quietText,
  actions: { ...buttonRow, alignItems: 'center' },
});

/** 改善事例: written by a triager, released by an approver; thanks by name are everybody's own choice. */
export function ExampleSection({ page, work, onChange }: WorkProps) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { busy, trouble, work: send } = useWorkAct(page.id, onChange);
  const { example, may } = work;
  const [draft, setDraft] = useState({
    title: example?.title ?? '',
    before: example?.before ?? page.words.today,
    after: example?.after ?? '',
  });
  const [saved, setSaved] = useState(false);
  const isWhole = Object.values(draft).every((words) => words.trim() !== '');

  function change(part: Partial<typeof draft>): void {
    setSaved(false);
    setDraft({ ...draft, ...part });
  }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isWhole && !busy) setSaved(await send({ act: 'writeExample', ...draft }));
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <h2 className={styles.title}>{t('examples.title')}</h2>
      <div className={styles.fields}>
        {may.writeExample && <p className={styles.quiet}>{t('work.exampleLead')}</p>}
        <Field label={t('work.exampleTitle')}>
          <Input
            value={draft.title}
            maxLength={longestExampleTitle}
            readOnly={!may.writeExample}
            onChange={(_, { value }) => change({ title: value })}
          />
        </Field>
        <Field label={t('examples.before')}>
          <Textarea
            value={draft.before}
            rows={3}
            maxLength={4_000}
            readOnly={!may.writeExample}
            resize="vertical"
            onChange={(_, { value }) => change({ before: value })}
          />
        </Field>
        <Field label={t('examples.after')}>
          <Textarea
            value={draft.after}
            rows={3}
            maxLength={4_000}
            readOnly={!may.writeExample}
            resize="vertical"
            onChange={(_, { value }) => change({ after: value })}
          />
        </Field>
        {example && (
          <ul className={styles.quiet}>
            {example.writer && <li>{t('work.exampleWriter', { name: pick(example.writer) })}</li>}
            <li>
              {example.internalOn
                ? t('work.exampleInternal', { day: dayInWords(example.internalOn, locale) })
                : t('work.exampleWaits')}
            </li>
            {example.publicOn && (
              <li>{t('work.examplePublic', { day: dayInWords(example.publicOn, locale) })}</li>
            )}
            {example.thanked.length > 0 && (
              <li>
                {t('work.exampleThanked', { names: example.thanked.map(pick).join(t('examples.comma')) })}
              </li>
            )}
          </ul>
        )}
        {trouble && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.actions}>
          {may.writeExample && (
            <Button type="submit" appearance="primary" disabledFocusable={!isWhole || busy}>
              {t('themes.save')}
            </Button>
          )}
          {may.approveInternal && (
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void send({ act: 'approveExample', reach: 'internal' })}
            >
              {t('work.approveInternal')}
            </Button>
          )}
          {may.approvePublic && (
            <Button
              disabledFocusable={busy}
              onClick={() => void send({ act: 'approveExample', reach: 'public' })}
            >
              {t('work.approvePublic')}
            </Button>
          )}
          <span role="status">{saved && t('work.exampleSaved')}</span>
        </div>
      </div>
    </form>
  );
}
