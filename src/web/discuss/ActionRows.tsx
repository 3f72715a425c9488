import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { field, useDiscussStyles } from './discuss.styles.ts';
import { GrowingText } from './GrowingText.tsx';
import type { WrapUpDraft } from './wrapUp.rules.ts';

/** As the contract says. */
const MOST_ACTIONS = 20;
const LONGEST_ACTION = 400;

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  rows: { display: 'flex', flexDirection: 'column', gap: '0.75rem', marginBottom: '0.75rem' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '0.75rem',
    padding: '0.875rem 1rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  small: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '0.75rem 1rem' },
  remove: { alignSelf: 'flex-end' },
  owner: { flex: '1 1 12rem', minWidth: 0 },
  select: { ...field },
});

type Action = WrapUpDraft['actions'][number];

type Props = {
  actions: readonly Action[];
  members: DiscussionPage['members'];
  today: string;
  onChange(actions: Action[]): void;
};

/** What the workplace will do: each in one line, with who takes it on and until when, where that is settled. */
export function ActionRows({ actions, members, today, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const change = (id: string, part: Partial<Action>): void =>
    onChange(actions.map((action) => (action.id === id ? { ...action, ...part } : action)));
  const add = (): void =>
    onChange([...actions, { id: crypto.randomUUID(), text: '', ownerId: null, dueOn: null }]);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>
        <span className={shared.label}>{t('discuss.wrapUp.actions')}</span>
      </legend>
      {actions.length > 0 && (
        <ul className={styles.rows}>
          {actions.map((action) => (
            <li key={action.id} className={styles.row}>
              <ActionRow
                action={action}
                members={members}
                today={today}
                onChange={(part) => change(action.id, part)}
                onRemove={() => onChange(actions.filter((one) => one.id !== action.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        className={shared.press}
        icon={<AddRegular />}
        disabledFocusable={actions.length >= MOST_ACTIONS}
        onClick={add}
      >
        {actions.length > 0 ? t('discuss.wrapUp.addAnother') : t('discuss.wrapUp.add')}
      </Button>
    </fieldset>
  );
}

type RowProps = Pick<Props, 'members' | 'today'> & {
  action: Action;
  onChange(part: Partial<Action>): void;
  onRemove(): void;
};

function ActionRow({ action, members, today, onChange, onRemove }: RowProps) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const id = useId();
  return (
    <>
      <GrowingText
        label={t('discuss.wrapUp.what')}
        value={action.text}
        longest={LONGEST_ACTION}
        onChange={(text) => onChange({ text })}
      />
      <div className={styles.small}>
        <div className={styles.owner}>
          <label htmlFor={`${id}-owner`} className={shared.label}>
            {t('discuss.wrapUp.owner')}
          </label>
          <select
            id={`${id}-owner`}
            className={styles.select}
            value={action.ownerId ?? ''}
            onChange={(event) => onChange({ ownerId: event.target.value || null })}
          >
            <option value="">{t('discuss.wrapUp.everybody')}</option>
            {members.map((member) => (
              <option key={member.id} value={member.id}>
                {pick(member.name)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-due`} className={shared.label}>
            {t('discuss.wrapUp.due')}
          </label>
          <input
            id={`${id}-due`}
            type="date"
            className={shared.field}
            min={today}
            value={action.dueOn ?? ''}
            onChange={(event) => onChange({ dueOn: event.target.value || null })}
          />
        </div>
        <Button
          appearance="subtle"
          className={mergeClasses(shared.press, styles.remove)}
          icon={<DismissRegular />}
          aria-label={t('discuss.wrapUp.remove', { text: action.text })}
          onClick={onRemove}
        />
      </div>
    </>
  );
}
