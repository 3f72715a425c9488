import { makeStyles } from '@fluentui/react-components';
import type { InsightFields } from '../../edges/http/contract/discussion.ts';
import type { Label } from '../../edges/http/contract.ts';
import { quoted } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { Choice } from './Choice.tsx';
import { useDiscussStyles } from './discuss.styles.ts';
import { Feelings } from './Feelings.tsx';
import { GrowingText } from './GrowingText.tsx';
import { PlaceField } from './PlaceField.tsx';
import { VoiceChoice } from './VoiceChoice.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '1.75rem' },
});

export type InsightVoice = { id: string; quote: string; durationMs: number };

type Props = {
  fields: InsightFields;
  feelings: readonly Label[];
  /** The voices that it may be about. */
  voices: readonly InsightVoice[];
  /** Where the sound is now, where it plays beside the form. */
  placeMs?: () => number;
  onChange(change: Partial<InsightFields>): void;
};

/** What one writes alone: why, what they felt, what we could change from tomorrow. One line each to begin with. */
export function InsightForm({ fields, feelings, voices, placeMs, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const voice = voices.find((one) => one.id === fields.voiceId);
  return (
    <div className={styles.form}>
      <Naming anonymous={fields.anonymous} onChange={onChange} />
      {voices.length > 1 && (
        <VoiceChoice
          voices={voices.map((one) => ({ id: one.id, words: quoted(one.quote) }))}
          voiceId={fields.voiceId}
          onChange={(voiceId) => onChange({ voiceId, atMs: null })}
        />
      )}
      <GrowingText
        label={t('discuss.insight.why')}
        value={fields.why}
        onChange={(why) => onChange({ why })}
      />
      <Feelings feelings={feelings} ticked={fields.feelings} felt={fields.felt} onChange={onChange} />
      <GrowingText
        label={t('discuss.insight.change')}
        value={fields.change}
        onChange={(change) => onChange({ change })}
      />
      {voice && (
        <PlaceField
          key={voice.id}
          atMs={fields.atMs}
          durationMs={voice.durationMs}
          onChange={(atMs) => onChange({ atMs })}
          {...(placeMs ? { placeMs } : {})}
        />
      )}
    </div>
  );
}

type NamingProps = Pick<InsightFields, 'anonymous'> & Pick<Props, 'onChange'>;

/** With one's name or without, for this one insight; and what without means. */
function Naming({ anonymous, onChange }: NamingProps) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  return (
    <div>
      <Choice
        legend={t('discuss.insight.name')}
        options={[
          { value: 'named', words: t('discuss.insight.named') },
          { value: 'anonymous', words: t('discuss.insight.anonymous') },
        ]}
        value={anonymous ? 'anonymous' : 'named'}
        onChange={(value) => onChange({ anonymous: value === 'anonymous' })}
      />
      {anonymous && <p className={shared.quiet}>{t('discuss.insight.anonymousRule')}</p>}
    </div>
  );
}
