import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import { HeadphonesRegular } from '@fluentui/react-icons/svg/headphones';
import { useWords } from '../i18n/i18n.ts';

const useStyles = makeStyles({
  modes: {
    display: 'inline-flex',
    alignSelf: 'flex-start',
    margin: 0,
    gap: '0.25rem',
    padding: '0.25rem',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  mode: { minHeight: '44px', minWidth: '88px', borderRadius: tokens.borderRadiusCircular },
});

type Props = { mode: 'listen' | 'read'; onMode(mode: 'listen' | 'read'): void };

/** 聴く / 読む: the same page, sound first or words first. */
export function ModeSwitch({ mode, onMode }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <fieldset aria-label={t('voice.mode')} className={styles.modes}>
      <ToggleButton
        className={styles.mode}
        appearance={mode === 'listen' ? 'primary' : 'subtle'}
        checked={mode === 'listen'}
        icon={<HeadphonesRegular />}
        onClick={() => onMode('listen')}
      >
        {t('voice.listen')}
      </ToggleButton>
      <ToggleButton
        className={styles.mode}
        appearance={mode === 'read' ? 'primary' : 'subtle'}
        checked={mode === 'read'}
        icon={<BookOpenRegular />}
        onClick={() => onMode('read')}
      >
        {t('voice.read')}
      </ToggleButton>
    </fieldset>
  );
}
