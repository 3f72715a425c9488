import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import type { LocalPerson } from '../../edges/http/contract.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loading } from '../shell/Loading.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { callApi } from './api.ts';
import { findPeople } from './people.rules.ts';
import { isRole, roleKeys } from './roles.ts';
import { useSession } from './useSession.ts';

const useStyles = makeStyles({
  page: { maxWidth: '60rem', margin: '0 auto', paddingTop: 'clamp(1rem, 4vh, 2.5rem)' },
  title: { fontSize: '1.5rem', lineHeight: 1.5, fontWeight: 600 },
  lead: { margin: '0.5rem 0 1.5rem', lineHeight: 1.7, color: tokens.colorNeutralForeground2 },
  // The field is a grid: without this it is never narrower than the input's own width.
  search: { maxWidth: '26rem', gridTemplateColumns: 'minmax(0, 1fr)' },
  // The ring goes around the whole field, not around the letters in it.
  input: {
    minHeight: '44px',
    '& input:focus-visible': { outline: 'none' },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '::after': { display: 'none' },
  },
  none: { padding: '2rem 0', lineHeight: 1.7 },
  failed: { marginTop: '1rem', color: tokens.colorStatusDangerForeground1 },
  department: {
    fontSize: '0.9375rem',
    fontWeight: 600,
    margin: '2rem 0 0.5rem',
    color: tokens.colorNeutralForeground2,
  },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
    gap: '0.5rem',
  },
  person: {
    width: '100%',
    minHeight: '60px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: 400,
    padding: '0.5rem 1rem',
  },
  name: { display: 'block', fontWeight: 600 },
  roles: { display: 'block', fontSize: '0.8125rem', color: tokens.colorNeutralForeground2 },
});

const loadPeople = () => callApi<{ people: LocalPerson[] }>('/api/local/people', null);

/** Local mode's sign-in: the sample company's people by department, to be searched and picked. */
export function LocalPeople() {
  const styles = useStyles();
  const { t, pick, locale } = useWords();
  const { session } = useSession();
  const [query, setQuery] = useState('');
  const [refused, setRefused] = useState(false);
  const { answer, retry } = useAnswer(loadPeople);
  const roleName = (role: string) => (isRole(role) ? t(roleKeys[role]) : role);

  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  const groups = findPeople(answer.value.people, query, roleName);

  async function signInAs(person: LocalPerson): Promise<void> {
    setRefused(false);
    setRefused(!(await session.signInAs(person).catch(() => false)));
  }

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('signIn.localTitle')}</h1>
      <p className={styles.lead}>{t('signIn.localBody')}</p>
      <Field label={t('signIn.search')} className={styles.search}>
        <Input
          type="search"
          size="large"
          className={styles.input}
          contentBefore={<SearchRegular />}
          value={query}
          onChange={(_, data) => setQuery(data.value)}
        />
      </Field>
      {refused && (
        <p role="alert" className={styles.failed}>
          {t('signIn.failed')}
        </p>
      )}
      {groups.length === 0 && <p className={styles.none}>{t('signIn.none', { query })}</p>}
      {groups.map((group) => (
        <section key={group.key}>
          <h2 className={styles.department}>{group.people[0] && pick(group.people[0].department)}</h2>
          <ul className={styles.people}>
            {group.people.map((person) => (
              <li key={person.id}>
                <Button className={styles.person} onClick={() => void signInAs(person)}>
                  <span>
                    <span className={styles.name}>{pick(person.name)}</span>
                    {person.roles.length > 0 && (
                      <span className={styles.roles}>
                        {person.roles.map(roleName).join(locale === 'ja' ? '・' : ', ')}
                      </span>
                    )}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
