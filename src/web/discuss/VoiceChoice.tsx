import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { field, useDiscussStyles } from './discuss.styles.ts';

const useStyles = makeStyles({ select: { ...field, textOverflow: 'ellipsis' } });

type Props = {
  voices: readonly { id: string; words: string }[];
  voiceId: string | null;
  onChange(voiceId: string | null): void;
};

/** Which of the month's voices it is about; or all of them. */
export function VoiceChoice({ voices, voiceId, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={shared.label}>
        {t('discuss.insight.voice')}
      </label>
      <select
        id={id}
        className={styles.select}
        value={voiceId ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t('discuss.insight.allVoices')}</option>
        {voices.map((voice) => (
          <option key={voice.id} value={voice.id} lang="ja">
            {voice.words}
          </option>
        ))}
      </select>
    </div>
  );
}
