import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useRef } from 'react';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { AppLink } from '../shell/AppLink.tsx';
import { addressOf } from '../shell/router.ts';
import { useProposalStyles } from './proposals.styles.ts';
import type { Sent } from './useSending.ts';

const useStyles = makeStyles({
  receipt: {
    maxWidth: '40rem',
    margin: 'clamp(1rem, 6vh, 4rem) auto 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '1.25rem',
  },
  icon: { fontSize: '2.5rem', lineHeight: 1, color: tokens.colorStatusSuccessForeground1 },
  title: { outline: 'none', fontSize: 'clamp(1.375rem, 4vw, 1.75rem)', lineHeight: 1.5, fontWeight: 600 },
  lines: { display: 'flex', flexDirection: 'column', gap: '0.5rem', fontSize: '1.0625rem', lineHeight: 1.8 },
});

type Props = { sent: Sent; anonymous: boolean; onAnother(): void };

/** The receipt: the number, the day of the answer, what happens next. */
export function ReceiptView({ sent, anonymous, onAnother }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const own = useProposalStyles();
  const { t, locale, pick } = useWords();
  const { receipt, failed } = sent;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const masks = receipt.masked.map((word) => pick(word)).join(t('discuss.comma'));
  return (
    <section className={styles.receipt} aria-label={t('propose.receipt')}>
      <CheckmarkCircleRegular className={styles.icon} aria-hidden="true" />
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {t('propose.thanks')}
      </h1>
      <ol className={styles.lines}>
        <li className={own.number}>{t('propose.receiptNumber', { number: receipt.number })}</li>
        <li>{t('propose.receiptDay', { day: dayInWords(receipt.answerDueOn, locale) })}</li>
        <li>{t('propose.receiptNext')}</li>
      </ol>
      {anonymous && <p className={shared.quiet}>{t('propose.receiptAnonymous')}</p>}
      {masks !== '' && <p className={shared.quiet}>{t('propose.receiptMasked', { masks })}</p>}
      {failed.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('propose.receiptFiles', { files: failed.join(t('discuss.comma')) })}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={shared.row}>
        <AppLink className={own.link} to={addressOf(`/proposals/${receipt.proposalId}`)}>
          {t('propose.toProposal')}
        </AppLink>
        <AppLink className={own.link} to={addressOf('/proposals')}>
          {t('title.proposals')}
        </AppLink>
        <Button className={shared.press} onClick={onAnother}>
          {t('propose.another')}
        </Button>
      </div>
    </section>
  );
}
