import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import type { Act } from './useDiscussion.ts';

type NameProps = { page: DiscussionPage; act: Act; onDone?(): void };

/** Asks somebody to lead this time: at once where a leader asks, with another one's agreement where a member does. */
export function NameLeader({ page, act, onDone }: NameProps) {
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { leader, candidate } = page.shared;
  const [personId, setPersonId] = useState(candidate?.id ?? leader?.id ?? '');
  const id = useId();
  return (
    <div className={shared.stack}>
      <div>
        <label htmlFor={id} className={shared.label}>
          {t('discuss.leader.who')}
        </label>
        <select
          id={id}
          className={shared.field}
          value={personId}
          onChange={(event) => setPersonId(event.target.value)}
        >
          <option value="">{t('discuss.leader.choose')}</option>
          {page.members.map((member) => (
            <option key={member.id} value={member.id}>
              {pick(member.name)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <Button
          className={shared.press}
          disabledFocusable={personId === ''}
          onClick={async () => (await act({ act: 'lead', personId })) && onDone?.()}
        >
          {t('discuss.leader.askThat')}
        </Button>
      </div>
    </div>
  );
}

/** Members agree on a leader of the day: one offers it or names somebody, another one agrees. */
export function AgreeOnLeader({ page, act }: { page: DiscussionPage; act: Act }) {
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { candidate } = page.shared;
  const { id } = page.me;
  if (candidate && candidate.byId !== id) {
    return (
      <div className={shared.row}>
        <p className={shared.words}>
          {t(candidate.byId === candidate.id ? 'discuss.leader.offered' : 'discuss.leader.proposed', {
            name: pick(candidate.name),
          })}
        </p>
        <Button className={shared.press} onClick={() => void act({ act: 'lead', personId: candidate.id })}>
          {t('discuss.leader.agree', { name: pick(candidate.name) })}
        </Button>
      </div>
    );
  }
  if (candidate) {
    return <p className={shared.words}>{t('discuss.leader.waiting', { name: pick(candidate.name) })}</p>;
  }
  return (
    <div className={shared.stack}>
      <p className={shared.words}>{t('discuss.leader.none')}</p>
      <div>
        <Button className={shared.press} onClick={() => void act({ act: 'lead', personId: id })}>
          {t('discuss.leader.offer')}
        </Button>
      </div>
      <NameLeader page={page} act={act} />
    </div>
  );
}
