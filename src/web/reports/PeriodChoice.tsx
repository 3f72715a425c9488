import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReportMonths } from '../../edges/http/contract/reports.ts';
import { monthInWords } from '../i18n/format.rules.ts';
import { useWords } from '../i18n/i18n.ts';
import { type Question, spans } from './question.rules.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '0.75rem 1rem' },
  choice: { minWidth: '9rem', '& select': { minHeight: '44px' } },
});

type Props = { known: ReportMonths; question: Question; onChange(part: Partial<Question>): void };

/** Which month, or which months up to it. */
export function PeriodChoice({ known, question, onChange }: Props) {
  const styles = useStyles();
  const { t, locale } = useWords();
  return (
    <div className={styles.choices}>
      <Field label={t('reports.to')} className={styles.choice}>
        <Select value={question.to} onChange={(_, data) => onChange({ to: data.value })}>
          {known.months.map(({ month, state }) => (
            <option key={month} value={month}>
              {state === 'open'
                ? t('reports.monthOpen', { month: monthInWords(month, locale, true) })
                : monthInWords(month, locale, true)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('reports.span')} className={styles.choice}>
        <Select value={String(question.span)} onChange={(_, data) => onChange({ span: Number(data.value) })}>
          {spans.map((span) => (
            <option key={span} value={span}>
              {span === 1 ? t('reports.spanOne') : t('reports.spanMonths', { span })}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
