import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { Choice } from '../discuss/Choice.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import type { ProposalDraft } from './draft.rules.ts';

const useStyles = makeStyles({ name: { width: '100%' } });

type Props = {
  draft: ProposalDraft;
  onChange(change: Pick<ProposalDraft, 'origin' | 'originName'>): void;
};

/** One's own, or on behalf of an agency or a colleague without Teams: the answer comes to who enters it. */
export function OriginChoice({ draft, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const id = useId();
  const { origin, originName } = draft;
  return (
    <div>
      <Choice
        legend={t('propose.origin')}
        options={[
          { value: 'own', words: t('propose.originOwn') },
          { value: 'agency', words: t('propose.originAgency') },
          { value: 'colleague', words: t('propose.originColleague') },
        ]}
        value={origin}
        onChange={(value) => onChange({ origin: value, originName })}
      />
      {origin !== 'own' && (
        <>
          <label htmlFor={id} className={shared.label}>
            {origin === 'agency' ? t('propose.agencyName') : t('propose.colleagueName')}
          </label>
          <input
            id={id}
            className={mergeClasses(shared.field, styles.name)}
            maxLength={120}
            value={originName}
            onChange={(event) => onChange({ origin, originName: event.target.value })}
          />
          <p className={shared.hint}>{t('propose.originNote')}</p>
        </>
      )}
    </div>
  );
}
