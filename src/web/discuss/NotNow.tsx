import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DiscussionPage } from '../../edges/http/contract/discussion.ts';
import { dayInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { useDiscussStyles } from './discuss.styles.ts';
import { GrowingText } from './GrowingText.tsx';
import type { Act } from './useDiscussion.ts';

type PlanProps = { page: DiscussionPage; days: readonly string[]; act: Act; onDone(): void };

/** 「この日に行います」: no reminder comes until the day after. */
export function PlanDay({ page, days, act, onDone }: PlanProps) {
  const shared = useDiscussStyles();
  const { t, locale } = useWords();
  const planned = page.shared.plannedOn;
  const { dueOn } = page.edition;
  const [day, setDay] = useState(planned && days.includes(planned) ? planned : (days[0] ?? ''));
  const id = useId();
  return (
    <div className={shared.stack}>
      <div>
        <label htmlFor={id} className={shared.label}>
          {t('discuss.later.which')}
        </label>
        <select id={id} className={shared.field} value={day} onChange={(event) => setDay(event.target.value)}>
          {days.map((one) => (
            <option key={one} value={one}>
              {one > dueOn
                ? t('discuss.later.afterDue', { day: dayInWords(one, locale) })
                : dayInWords(one, locale)}
            </option>
          ))}
        </select>
      </div>
      <div className={shared.row}>
        <Button
          appearance="primary"
          className={shared.press}
          disabledFocusable={day === ''}
          onClick={async () => (await act({ act: 'plan', plannedOn: day })) && onDone()}
        >
          {t('discuss.later.planThat')}
        </Button>
        <p className={shared.quiet}>
          {t(day > dueOn ? 'discuss.later.planLate' : 'discuss.later.planQuiet')}
        </p>
      </div>
    </div>
  );
}

/** This month not, for a reason. */
export function SkipMonth({ act, onDone }: { act: Act; onDone(): void }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <div className={shared.stack}>
      <GrowingText label={t('discuss.later.reason')} value={reason} onChange={setReason} longest={400} />
      <div className={shared.row}>
        <Button
          className={shared.press}
          disabledFocusable={reason.trim() === ''}
          onClick={async () => (await act({ act: 'skip', reason })) && onDone()}
        >
          {t('discuss.later.skipThat')}
        </Button>
        <p className={shared.quiet}>{t('discuss.later.skipQuiet')}</p>
      </div>
    </div>
  );
}
