import { makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { NumberStepper } from './NumberStepper.tsx';

/** As the server says: more were never in one room. It knows the department's size and decides. */
const MOST = 10_000;

const useStyles = makeStyles({
  // Labels stand in one line, however high the fields are.
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '0.75rem 1rem' },
});

export type Held = { participants: number; heldOn: string };

type Props = {
  held: Held;
  today: string;
  /** Where the number comes from. */
  hint: string;
  onChange(held: Held): void;
};

/** How many took part, and on which day. */
export function HeldFields({ held, today, hint, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const dayId = useId();
  return (
    <div>
      <div className={styles.row}>
        <NumberStepper
          label={t('discuss.held.participants')}
          value={held.participants}
          most={MOST}
          onChange={(participants) => onChange({ ...held, participants })}
        />
        <div>
          <label htmlFor={dayId} className={shared.label}>
            {t('discuss.held.on')}
          </label>
          <input
            id={dayId}
            type="date"
            required
            className={shared.field}
            max={today}
            value={held.heldOn}
            // An emptied field is no day: the last one stays.
            onChange={(event) => event.target.value && onChange({ ...held, heldOn: event.target.value })}
          />
        </div>
      </div>
      <p className={shared.hint}>{hint}</p>
    </div>
  );
}
