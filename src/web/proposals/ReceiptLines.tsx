import { Button } from '@fluentui/react-components';
import type { Receipt } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { usePageStyles } from './proposals.styles.ts';

/** Number, day of the answer, what happens next: in three lines. */
export function ReceiptLines({ receipt, onAnother }: { receipt: Receipt; onAnother(): void }) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t, locale, pick } = useWords();
  const types = receipt.masked.map(pick).join(locale === 'ja' ? '、' : ', ');
  return (
    <div className={styles.sheet} role="status">
      <p className={shared.words}>{t('propose.receipt', { number: receipt.number })}</p>
      <p className={shared.words}>
        {t('propose.answerBy', { day: dayInWords(receipt.answerDueOn, locale) })}
      </p>
      <p className={shared.words}>{t('propose.next')}</p>
      {types && <p className={shared.quiet}>{t('propose.masked', { types })}</p>}
      <div className={shared.row}>
        <AppLink className={styles.link} to={addressOf(`/proposals/${receipt.proposalId}`)}>
          {t('propose.toPage')}
        </AppLink>
        <AppLink className={styles.link} to={addressOf('/proposals')}>
          {t('propose.toOwn')}
        </AppLink>
        <Button className={shared.press} onClick={onAnother}>
          {t('propose.another')}
        </Button>
      </div>
    </div>
  );
}
