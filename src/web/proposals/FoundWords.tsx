import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Choice } from '../discuss/Choice.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import type { FoundPlace } from './found.rules.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '1rem' },
  place: {
    paddingTop: '1rem',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingTop: 0, borderTop: 'none' },
  },
  words: { lineHeight: 1.8, marginBottom: '0.375rem', overflowWrap: 'anywhere' },
  mark: {
    padding: '0 0.125rem',
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    '@media (forced-colors: active)': {
      color: 'MarkText',
      backgroundColor: 'Mark',
      forcedColorAdjust: 'none',
    },
  },
  title: { outline: 'none' },
});

type Props = {
  places: readonly FoundPlace[];
  /** Which words stay as they are. */
  onConfirm(kept: string[]): void;
  onBack(): void;
};

/** What looks like personal data, before it is sent: whoever writes decides about each; some cannot stay. */
export function FoundWords({ places, onConfirm, onBack }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  function decide(words: string, stays: boolean): void {
    const next = new Set(kept);
    if (stays) next.add(words);
    else next.delete(words);
    setKept(next);
  }

  return (
    <section className={shared.panel} aria-label={t('propose.foundTitle')}>
      <div>
        <h2 ref={title} tabIndex={-1} className={mergeClasses(shared.title, styles.title)}>
          {t('propose.foundTitle')}
        </h2>
        <p className={shared.quiet}>{t('propose.foundLead')}</p>
      </div>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.words} className={styles.place}>
            <p className={styles.words} lang="ja">
              {place.before}
              <mark className={styles.mark}>{place.words}</mark>
              {place.after}
            </p>
            {place.mustGo ? (
              <p className={shared.quiet}>{t('propose.foundMustGo', { mask: place.mask })}</p>
            ) : (
              <Choice
                legend={t('propose.foundChoice', { words: place.words })}
                options={[
                  { value: 'mask', words: t('propose.foundMask', { mask: place.mask }) },
                  { value: 'keep', words: t('propose.foundKeep') },
                ]}
                value={kept.has(place.words) ? 'keep' : 'mask'}
                onChange={(value) => decide(place.words, value === 'keep')}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={shared.row}>
        <Button appearance="primary" className={shared.main} onClick={() => onConfirm([...kept])}>
          {t('propose.foundSend')}
        </Button>
        <Button className={shared.press} onClick={onBack}>
          {t('propose.foundBack')}
        </Button>
      </div>
    </section>
  );
}
