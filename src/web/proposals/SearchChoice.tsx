import { Button, Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useState } from 'react';
import type { PeopleList } from '../../edges/http/contract/proposals.ts';
import type { Departments } from '../../edges/http/contract/themes.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import type { SessionKeeper } from '../session/session.ts';
import { useSession } from '../session/useSession.ts';
import type { Named } from './draft.rules.ts';

/** So long somebody pauses before what they typed is looked up. */
const PAUSE_MS = 250;
/** As many as the contract takes. */
const MOST_PEOPLE = 20;

const useStyles = makeStyles({
  field: {
    '& label': { fontWeight: 600, lineHeight: 1.6, marginBottom: '0.125rem' },
    '& .fui-Field__hint': { fontSize: '0.875rem', lineHeight: 1.7, marginTop: '0.375rem' },
  },
  box: { width: '100%', minHeight: '44px', boxSizing: 'border-box' },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: '0.25rem 0.5rem', marginTop: '0.5rem' },
});

type Found = Named & { more: string };

/** Looks names up as they are typed. */
function useFound(ask: (session: SessionKeeper, words: string) => Promise<Found[]>, typed: string | null) {
  const { session } = useSession();
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    if (typed === null || typed.trim() === '') return setFound([]);
    let gone = false;
    const pause = setTimeout(() => {
      ask(session, typed)
        .then((answer) => !gone && setFound(answer))
        // The list stays as it was; the next letter asks again.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(pause);
    };
  }, [session, ask, typed]);
  return found;
}

async function departments(session: SessionKeeper, words: string): Promise<Found[]> {
  const path = `/api/departments?${new URLSearchParams({ words })}`;
  return (await session.request<Departments>(path)).departments.map((one) => ({ ...one, more: '' }));
}

async function people(session: SessionKeeper, words: string): Promise<Found[]> {
  const path = `/api/people?${new URLSearchParams({ words })}`;
  const { people: found } = await session.request<PeopleList>(path);
  const locale = document.documentElement.lang === 'en' ? 'en' : 'ja';
  return found.map(({ id, name, department }) => ({ id, name, more: department[locale] }));
}

type DepartmentProps = { chosen: Named | null; onChange(chosen: Named | null): void };

/** The department that owns the work, where it is known. */
export function DepartmentSearch({ chosen, onChange }: DepartmentProps) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const found = useFound(departments, typed);
  return (
    <Field className={styles.field} label={t('propose.department')} hint={t('propose.departmentHint')}>
      <Combobox
        className={styles.box}
        clearable
        freeform
        value={typed ?? (chosen ? pick(chosen.name) : '')}
        selectedOptions={chosen ? [chosen.id] : []}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => {
          const one = found.find(({ id }) => id === optionValue);
          onChange(one ? { id: one.id, name: one.name } : null);
          setTyped(null);
        }}
        onBlur={() => {
          // An emptied field means nobody; half a name means whoever was chosen before.
          if (typed?.trim() === '') onChange(null);
          setTyped(null);
        }}
      >
        {found.map((one) => (
          <Option key={one.id} value={one.id} text={pick(one.name)}>
            {pick(one.name)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

type PeopleProps = { chosen: readonly Named[]; onChange(chosen: Named[]): void };

/** Colleagues who propose it together. */
export function PeopleSearch({ chosen, onChange }: PeopleProps) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const [typed, setTyped] = useState('');
  const found = useFound(people, typed).filter((one) => chosen.every(({ id }) => id !== one.id));
  return (
    <div>
      <Field className={styles.field} label={t('propose.together')} hint={t('propose.togetherHint')}>
        <Combobox
          className={styles.box}
          freeform
          disabled={chosen.length >= MOST_PEOPLE}
          value={typed}
          selectedOptions={[]}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onOptionSelect={(_, { optionValue }) => {
            const one = found.find(({ id }) => id === optionValue);
            if (one) onChange([...chosen, { id: one.id, name: one.name }]);
            setTyped('');
          }}
        >
          {found.map((one) => (
            <Option key={one.id} value={one.id} text={pick(one.name)}>
              {one.more === ''
                ? pick(one.name)
                : t('propose.personOf', { name: pick(one.name), department: one.more })}
            </Option>
          ))}
        </Combobox>
      </Field>
      {chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map((one) => (
            <li key={one.id}>
              <Button
                className={shared.press}
                icon={<DismissRegular />}
                iconPosition="after"
                aria-label={t('propose.without', { name: pick(one.name) })}
                onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
              >
                {pick(one.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
