import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ThemePage } from '../../edges/http/contract/themes.ts';
import { dayInWords, monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { buttonRow, sheet } from './layout.ts';
import { Modal } from './Modal.tsx';
import { useAct } from './useAct.ts';

const useStyles = makeStyles({
  section: { ...sheet, display: 'flex', flexDirection: 'column', gap: '0.75rem', lineHeight: 1.8 },
  title: { fontSize: '1.125rem', fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  actions: { ...buttonRow },
  preview: {
    padding: '1rem 1.25rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'flex',
    flexDirection: 'column',
    gap: '0.25rem',
  },
  heading: { fontWeight: 600 },
  theme: { fontSize: '1.0625rem', fontWeight: 600, margin: '0.5rem 0' },
  name: { fontSize: '0.8125rem', color: tokens.colorNeutralForeground2, marginTop: '0.5rem' },
  words: { whiteSpace: 'pre-line' },
});

type Props = { theme: ThemePage; onChange(theme: ThemePage): void };

/** Tells the departments that wrote about a theme; first what they will read, then whether to send it. */
export function TellSection({ theme, onChange }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  const [asking, setAsking] = useState(false);
  const { reached, spared } = theme.departments;
  const why = {
    quotes: t('themes.hinderQuotes'),
    nobody: t('themes.hinderNobody'),
    nothingNew: t('themes.hinderNothingNew'),
  };
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('themes.tellTitle')}</h2>
      {theme.toldOn && (
        <p className={styles.quiet}>{t('themes.toldOn', { day: dayInWords(theme.toldOn, locale) })}</p>
      )}
      {theme.hinders === null ? (
        <p>{t('themes.reached', { n: reached })}</p>
      ) : (
        <MessageBar
          intent={theme.hinders === 'nothingNew' ? 'success' : 'warning'}
          layout="multiline"
          politeness="polite"
        >
          <MessageBarBody>{why[theme.hinders]}</MessageBarBody>
        </MessageBar>
      )}
      {spared > 0 && <p className={styles.quiet}>{t('themes.spared', { n: spared })}</p>}
      <div className={styles.actions}>
        <Button disabledFocusable={theme.hinders !== null} onClick={() => setAsking(true)}>
          {t('themes.tell')}
        </Button>
      </div>
      {asking && <Telling theme={theme} onChange={onChange} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Telling({ theme, onChange, onClose }: Props & { onClose(): void }) {
  const styles = useStyles();
  const { t, locale, pick } = useWords();
  const { busy, trouble, send } = useAct();

  async function tell(): Promise<void> {
    if (busy) return;
    const next = await send<ThemePage>(`/api/themes/${theme.id}`, { act: 'tell', version: theme.version });
    if (!next) return;
    onChange(next);
    onClose();
  }

  return (
    <Modal
      title={t('themes.tellAsk', { n: theme.departments.reached })}
      trouble={trouble}
      onClose={onClose}
      onSubmit={() => void tell()}
      actions={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {t('themes.tell')}
          </Button>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      <p>{t('themes.tellBody')}</p>
      <section className={styles.preview} aria-label={t('themes.preview')}>
        <p className={styles.heading}>
          {t('themes.previewTitle', { month: monthInWords(theme.month, locale, false) })}
        </p>
        <p>{t('themes.previewThanks')}</p>
        <p className={styles.theme} lang="ja">
          {theme.title}
        </p>
        {theme.owner && <Fact name={t('themes.owner')} words={pick(theme.owner.name)} />}
        {theme.cause && <Fact name={t('themes.cause')} words={theme.cause} />}
        <Fact name={t('themes.answer')} words={theme.answer || t('themes.previewNoAnswer')} />
      </section>
    </Modal>
  );
}

function Fact({ name, words }: { name: string; words: string }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.name}>{name}</p>
      <p className={styles.words}>{words}</p>
    </>
  );
}
