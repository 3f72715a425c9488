import { Combobox, Field, Option } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DepartmentChoice, Departments } from '../../edges/http/contract/themes.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';

/** So long somebody pauses before what they typed is looked up. */
const PAUSE_MS = 250;

type Props = {
  owner: DepartmentChoice | null;
  disabled: boolean;
  onChange(owner: DepartmentChoice | null): void;
  /** Instead of 主管部署, and of what follows from it. */
  label?: string;
  hint?: string;
  /** The list belongs into the dialog: on the page it would lie below it. */
  inDialog?: boolean;
};

/** The owning department (主管部署), found by a part of its name. */
export function OwnerChoice({ owner, disabled, onChange, label, hint, inDialog = false }: Props) {
  const { t, pick } = useWords();
  const { session } = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const [departments, setDepartments] = useState<DepartmentChoice[]>([]);

  useEffect(() => {
    if (typed === null) return;
    let gone = false;
    const pause = setTimeout(() => {
      session
        .request<Departments>(`/api/departments?${new URLSearchParams({ words: typed })}`)
        .then((answer) => !gone && setDepartments(answer.departments))
        // The list stays as it was; the next letter asks again.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(pause);
    };
  }, [session, typed]);

  return (
    <Field label={label ?? t('themes.owner')} hint={disabled ? null : (hint ?? t('themes.ownerHint'))}>
      <Combobox
        inlinePopup={inDialog}
        disabled={disabled}
        clearable
        freeform
        placeholder={t('themes.noOwner')}
        value={typed ?? (owner ? pick(owner.name) : '')}
        selectedOptions={owner ? [owner.id] : []}
        onOpenChange={(_, { open }) => open && typed === null && setTyped('')}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => {
          onChange(departments.find(({ id }) => id === optionValue) ?? null);
          setTyped(null);
        }}
        onBlur={() => setTyped(null)}
      >
        {departments.map((department) => (
          <Option key={department.id} value={department.id} text={pick(department.name)}>
            {pick(department.name)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
