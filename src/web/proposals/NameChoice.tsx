import { makeStyles } from '@fluentui/react-components';
import { Choice } from '../discuss/Choice.tsx';
import { Disclosure } from '../discuss/Disclosure.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import type { ProposalDraft } from './draft.rules.ts';

const useStyles = makeStyles({
  truth: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
});

type Props = { draft: ProposalDraft; onChange(draft: ProposalDraft): void };

/** With one's name or without; what without means, and who could find out all the same. */
export function NameChoice({ draft, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <div>
      <Choice
        legend={t('propose.name')}
        options={[
          { value: 'named', words: t('propose.named') },
          { value: 'anonymous', words: t('propose.anonymous') },
        ]}
        value={draft.anonymous ? 'anonymous' : 'named'}
        onChange={(value) => onChange({ ...draft, anonymous: value === 'anonymous' })}
      />
      {draft.anonymous && (
        <>
          <p className={shared.words}>{t('propose.anonymousNote')}</p>
          <Disclosure title={t('propose.truthTitle')}>
            <div className={styles.truth}>
              <p className={shared.words}>{t('propose.truthSealed')}</p>
              <p className={shared.words}>{t('propose.truthOpened')}</p>
              <p className={shared.words}>{t('propose.truthWords')}</p>
            </div>
          </Disclosure>
        </>
      )}
    </div>
  );
}
