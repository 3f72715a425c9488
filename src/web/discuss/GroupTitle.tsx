import { makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { Dialog } from './Dialog.tsx';
import { field, useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({ title: { ...field } });

/** As the contract says. */
const LONGEST_TITLE = 120;

type Props = { heading: string; title: string; onName(title: string): void; onClose(): void };

/** Asks for the title of a group. */
export function GroupTitle({ heading, title, onName, onClose }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [words, setWords] = useState(title);
  const id = useId();
  return (
    <Dialog
      title={heading}
      does={t('discuss.groups.name')}
      mayDo={words.trim() !== ''}
      onDo={() => onName(words.trim())}
      onClose={onClose}
    >
      <div>
        <label htmlFor={id} className={shared.label}>
          {t('discuss.groups.title')}
        </label>
        <input
          id={id}
          className={styles.title}
          maxLength={LONGEST_TITLE}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
