import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';
import { buttonRow } from '../../themes/layout.ts';
import { OwnerChoice } from '../../themes/OwnerChoice.tsx';
import { priorityKeys } from './states.ts';
import { useWorkAct } from './useWorkAct.ts';
import { fields, partTitle } from './work.styles.ts';
import type { WorkProps } from './workProps.ts';

const useStyles = makeStyles({
  title: partTitle,
  fields,
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(10rem, 100%), 1fr))',
    gap: '0.875rem',
  },
  actions: { ...buttonRow, alignItems: 'center' },
});

type Priority = WorkProps['work']['priority'];

/** What the quality department works out: what it is about, why it happens, what prevents it, what it brought. */
export function WorkForm({ page, work, onChange }: WorkProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { busy, trouble, work: send } = useWorkAct(page.id, onChange);
  const [draft, setDraft] = useState(() => draftOf({ page, work }));
  const [saved, setSaved] = useState(false);
  const mayWrite = work.may.work;
  type Draft = typeof draft;

  function change(part: Partial<Draft>): void {
    setSaved(false);
    setDraft({ ...draft, ...part });
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const { owner, ...rest } = draft;
    const isDone = await send({
      act: 'workOut',
      version: work.version,
      ownerDepartmentId: owner?.id ?? null,
      ...rest,
    });
    setSaved(isDone);
  }

  function area(name: 'cause' | 'countermeasure' | 'measured', label: string, hint: string) {
    return (
      <Field label={label} hint={hint}>
        <Textarea
          value={draft[name]}
          rows={3}
          maxLength={4_000}
          readOnly={!mayWrite}
          resize="vertical"
          onChange={(_, { value }) => change({ [name]: value })}
        />
      </Field>
    );
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <h2 className={styles.title}>{t('work.workedOut')}</h2>
      <div className={styles.fields}>
        <div className={styles.pair}>
          <Field label={t('work.priority')}>
            <Select
              value={draft.priority}
              disabled={!mayWrite}
              onChange={(_, { value }) => change({ priority: value as Priority })}
            >
              {Object.entries(priorityKeys).map(([name, key]) => (
                <option key={name} value={name}>
                  {t(key)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('board.line')}>
            <Select
              value={draft.lineOfBusiness ?? ''}
              disabled={!mayWrite}
              onChange={(_, { value }) => change({ lineOfBusiness: value || null })}
            >
              <option value="">{t('work.unknown')}</option>
              {work.linesOfBusiness.map(({ key, label }) => (
                <option key={key} value={key}>
                  {pick(label)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('board.process')}>
            <Select
              value={draft.process ?? ''}
              disabled={!mayWrite}
              onChange={(_, { value }) => change({ process: value || null })}
            >
              <option value="">{t('work.unknown')}</option>
              {work.processes.map(({ key, label }) => (
                <option key={key} value={key}>
                  {pick(label)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <OwnerChoice
          hint={t('work.departmentHint')}
          owner={draft.owner}
          disabled={!mayWrite}
          onChange={(owner) => change({ owner })}
        />
        {area('cause', t('work.cause'), t('work.causeHint'))}
        {area('countermeasure', t('work.countermeasure'), t('work.countermeasureHint'))}
        {area('measured', t('work.measured'), t('work.measuredHint'))}
        {trouble && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
        {mayWrite && (
          <div className={styles.actions}>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {t('themes.save')}
            </Button>
            <span role="status">{saved && t('themes.saved')}</span>
          </div>
        )}
      </div>
    </form>
  );
}

function draftOf({ page, work }: Pick<WorkProps, 'page' | 'work'>) {
  return {
    priority: work.priority,
    lineOfBusiness: work.lineOfBusiness,
    process: work.process,
    owner: page.facts.ownerDepartment,
    cause: work.cause,
    countermeasure: work.countermeasure,
    measured: work.measured,
  };
}
