import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { FoundWords } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { wordsOf } from './proposal.rules.ts';
import { usePageStyles } from './proposals.styles.ts';

type Props = {
  found: readonly FoundWords[];
  texts: readonly string[];
  busy: boolean;
  onSend(kept: string[]): void;
  onBack(): void;
};

/** What looks like personal data: whoever writes decides, except for numbers of customers and policies. */
export function FoundInProposal({ found, texts, busy, onSend, onBack }: Props) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const choose = (words: string, keeps: boolean) => {
    const next = new Set(kept);
    if (keeps) next.add(words);
    else next.delete(words);
    setKept(next);
  };
  return (
    <>
      <h2 className={shared.question}>{t('propose.found')}</h2>
      <p className={shared.words}>{t('propose.foundLead')}</p>
      <ul>
        {found.map((one) => {
          const words = wordsOf(one, texts);
          return (
            <li key={`${one.text} ${one.start}`} className={styles.found}>
              <p className={shared.title} lang="ja">
                {words}
              </p>
              <p className={shared.quiet}>{pick(one.type)}</p>
              {one.mustGo ? (
                <p className={shared.quiet}>{t('propose.mustGo')}</p>
              ) : (
                <RadioGroup
                  layout="horizontal"
                  aria-label={words}
                  value={kept.has(words) ? 'keep' : 'mask'}
                  onChange={(_, { value }) => choose(words, value === 'keep')}
                >
                  <Radio value="mask" label={t('propose.mask', { mask: one.mask })} />
                  <Radio value="keep" label={t('propose.keep')} />
                </RadioGroup>
              )}
            </li>
          );
        })}
      </ul>
      <div className={shared.row}>
        <Button
          appearance="primary"
          className={shared.press}
          disabledFocusable={busy}
          onClick={() => onSend([...kept])}
        >
          {t('propose.sendNow')}
        </Button>
        <Button className={shared.press} onClick={onBack}>
          {t('propose.back')}
        </Button>
      </div>
    </>
  );
}
