import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type {
  longestProposalText,
  longestProposalTitle,
  ProposalForm,
} from '../../edges/http/contract/proposals.ts';
import { Disclosure } from '../discuss/Disclosure.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { GrowingText } from '../discuss/GrowingText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { type ProposalDraft, withWords } from './draft.rules.ts';
import { FileChoice } from './FileChoice.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import { OriginChoice } from './OriginChoice.tsx';
import { DepartmentSearch, PeopleSearch } from './SearchChoice.tsx';

/** As the contract says; imported as types only, so that no schema comes into the pages. */
const LONGEST: typeof longestProposalText = 4_000;
const LONGEST_TITLE: typeof longestProposalTitle = 120;

const useStyles = makeStyles({
  more: { display: 'flex', flexDirection: 'column', gap: '1.5rem', paddingTop: '0.75rem' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 14rem), 1fr))',
    gap: '1.25rem',
  },
  title: { width: '100%' },
});

type Props = {
  form: Pick<ProposalForm, 'linesOfBusiness' | 'processes' | 'attachments' | 'attachmentMegabytes'>;
  draft: ProposalDraft;
  /** Null: files are added elsewhere. */
  files: File[] | null;
  onFiles(files: File[]): void;
  onChange(draft: ProposalDraft): void;
  /** Something is written: the rest is of use. */
  isUnfolded: boolean;
};

/** What a proposal says: one field first; its title and all the rest once something is written. */
export function ProposalFields({ form, draft, files, onFiles, onChange, isUnfolded }: Props) {
  const styles = useStyles();
  const shared = useDiscussStyles();
  const { t } = useWords();
  const titleId = useId();
  const hintId = useId();
  const field = useRef<HTMLDivElement>(null);
  const { words } = draft;
  const change = (next: Partial<ProposalDraft>) => onChange({ ...draft, ...next });
  const write = (next: Partial<typeof words>) => onChange(withWords(draft, next));

  // The one thing to do here: whoever comes can write at once.
  useEffect(() => field.current?.querySelector('textarea')?.focus({ preventScroll: true }), []);

  return (
    <>
      <div ref={field}>
        <GrowingText
          label={t('propose.change')}
          hint={t('propose.changeHint')}
          value={words.change}
          longest={LONGEST}
          large
          onChange={(value) => write({ change: value })}
        />
      </div>
      {isUnfolded && (
        <>
          <div>
            <label htmlFor={titleId} className={shared.label}>
              {t('propose.title')}
            </label>
            <input
              id={titleId}
              className={mergeClasses(shared.field, styles.title)}
              value={words.title}
              maxLength={LONGEST_TITLE}
              aria-describedby={hintId}
              onChange={(event) => write({ title: event.target.value })}
            />
            <p id={hintId} className={shared.hint}>
              {t('propose.titleHint')}
            </p>
          </div>
          <Disclosure title={t('propose.more')}>
            <div className={styles.more}>
              <GrowingText
                label={t('propose.today')}
                value={words.today}
                longest={LONGEST}
                onChange={(value) => write({ today: value })}
              />
              <GrowingText
                label={t('propose.effect')}
                value={words.effect}
                longest={LONGEST}
                onChange={(value) => write({ effect: value })}
              />
              <div className={styles.pair}>
                <KeyChoice
                  label={t('propose.line')}
                  options={form.linesOfBusiness}
                  value={draft.lineOfBusiness}
                  onChange={(lineOfBusiness) => change({ lineOfBusiness })}
                />
                <KeyChoice
                  label={t('propose.process')}
                  options={form.processes}
                  value={draft.process}
                  onChange={(process) => change({ process })}
                />
              </div>
              <DepartmentSearch
                chosen={draft.ownerDepartment}
                onChange={(ownerDepartment) => change({ ownerDepartment })}
              />
              <OriginChoice draft={draft} onChange={change} />
              {draft.anonymous ? (
                <p className={shared.quiet}>{t('propose.aloneNote')}</p>
              ) : (
                <PeopleSearch
                  chosen={draft.coProposers}
                  onChange={(coProposers) => change({ coProposers })}
                />
              )}
              {files && (
                <FileChoice files={files} form={form} anonymous={draft.anonymous} onChange={onFiles} />
              )}
            </div>
          </Disclosure>
        </>
      )}
    </>
  );
}
