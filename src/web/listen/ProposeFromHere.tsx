import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWords } from '../i18n/i18n.ts';
import { addressOf, goTo } from '../shell/router.ts';
import { DOCKED } from './layout.ts';

const useStyles = makeStyles({
  place: { order: 2, [DOCKED]: { paddingTop: '1.25rem' } },
  docked: { paddingTop: '1.25rem' },
  button: { minHeight: '44px', maxWidth: '100%' },
});

type Props = { voiceId: string; placeMs(): number; spread: boolean };

/** Takes the voice, and the second that moved somebody, along into a proposal. */
export function ProposeFromHere({ voiceId, placeMs, spread }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  function propose(): void {
    const at = Math.floor(placeMs() / 1000) * 1000;
    goTo(addressOf('/propose', { voice: voiceId, ...(at > 0 ? { at: String(at) } : {}) }));
  }
  return (
    <div className={mergeClasses(styles.place, !spread && styles.docked)}>
      <Button className={styles.button} icon={<LightbulbRegular />} onClick={propose}>
        {t('propose.fromHere')}
      </Button>
    </div>
  );
}
