import { Button } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { useWords } from '../i18n/i18n.ts';
import { addressOf, goTo } from '../shell/router.ts';

type Props = { voiceId: string; placeMs(): number };

/** Takes the voice and the second that one has reached to the form. */
export function ProposeHere({ voiceId, placeMs }: Props) {
  const { t } = useWords();
  const propose = (): void => {
    const at = String(Math.round(placeMs()));
    goTo(addressOf('/propose', { voice: voiceId, at }));
  };
  return (
    <Button appearance="subtle" size="large" icon={<LightbulbRegular />} onClick={propose}>
      {t('propose.here')}
    </Button>
  );
}
