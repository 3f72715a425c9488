import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';

/**
 * What the voice is called that something is about, where the month has several: its customer's sentence. A function
 * that answers null in a month of one voice, where it goes without saying.
 */
export function useVoiceName({ voices, shared }: DiscussionPage): (voiceId: string | null) => string | null {
  const { t } = useWords();
  return (voiceId) => {
    if (shared.voices === 1) return null;
    if (voiceId === null) return t('discuss.insight.allVoices');
    const voice = voices.find((one) => one.id === voiceId);
    return voice ? quoted(voice.quote) : t('discuss.voiceGone');
  };
}
