import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { clockTime } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { placeMs as placeOf } from './time.rules.ts';

const useStyles = makeStyles({ wrong: { color: tokens.colorPaletteRedForeground1, fontWeight: 600 } });

type Props = {
  atMs: number | null;
  durationMs: number;
  /** Where the sound is now, where it plays beside the form. */
  placeMs?: () => number;
  onChange(atMs: number | null): void;
};

/** The place in the sound that an insight is about, where there is one. */
export function PlaceField({ atMs, durationMs, placeMs, onChange }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [text, setText] = useState(atMs === null ? '' : clockTime(atMs));
  const id = useId();
  const isWrong = text.trim() !== '' && placeOf(text, durationMs) === null;

  function write(next: string): void {
    setText(next);
    onChange(next.trim() === '' ? null : placeOf(next, durationMs));
  }

  return (
    <div>
      <label htmlFor={id} className={shared.label}>
        {t('discuss.insight.place')}
      </label>
      <div className={shared.row}>
        <input
          id={id}
          className={shared.field}
          size={6}
          maxLength={6}
          placeholder="0:42"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint`}
          onChange={(event) => write(event.target.value)}
        />
        {placeMs && (
          <Button className={shared.press} onClick={() => write(clockTime(placeMs()))}>
            {t('discuss.insight.placeNow')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className={mergeClasses(shared.hint, isWrong && styles.wrong)}>
        {isWrong
          ? t('discuss.insight.placeWrong', { length: clockTime(durationMs) })
          : t('discuss.insight.placeHint')}
      </p>
    </div>
  );
}
