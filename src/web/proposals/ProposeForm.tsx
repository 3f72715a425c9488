import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type {
  FoundWords,
  ProposalCheck,
  ProposalForm,
  ProposalPlace,
  Receipt,
} from '../../edges/http/contract/proposals.ts';
import { Disclosure } from '../discuss/Disclosure.tsx';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { GrowingText } from '../discuss/GrowingText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';
import { Choice } from './Choice.tsx';
import { FoundInProposal } from './FoundInProposal.tsx';
import { type ProposalFields, textsOf, titleOf, toSend } from './proposal.rules.ts';
import { usePageStyles } from './proposals.styles.ts';
import { SimilarProposals } from './SimilarProposals.tsx';

type Props = {
  form: ProposalForm;
  place: ProposalPlace;
  begin: ProposalFields;
  onSent(receipt: Receipt): void;
};

/** One field first; the rest unfolds. What looks like personal data is shown before anything is sent. */
export function ProposeForm({ form, place, begin, onSent }: Props) {
  const styles = usePageStyles();
  const shared = useDiscussStyles();
  const { t, pick } = useWords();
  const { session } = useSession();
  const [fields, setFields] = useState(begin);
  const [found, setFound] = useState<FoundWords[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // Made once: pressing twice, or again after a lost answer, is sending once.
  const proposalId = useRef(crypto.randomUUID());
  const anonymousHint = useId();
  const set = (change: Partial<ProposalFields>) => setFields({ ...fields, ...change });

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      const isOurs = error instanceof ApiError && error.message !== '' && error.status !== 0;
      setTrouble(isOurs ? error.message : t('propose.failed'));
    }
    setBusy(false);
  }
  async function post(kept: string[]): Promise<void> {
    const body = toSend(fields, { place, proposalId: proposalId.current, kept });
    onSent(await session.request<Receipt>('/api/proposals', { method: 'POST', body }));
  }
  async function check(): Promise<void> {
    const body = { texts: textsOf(fields) };
    const answer = await session.request<ProposalCheck>('/api/proposals/check', { method: 'POST', body });
    if (answer.found.length === 0) await post([]);
    else setFound(answer.found);
  }

  if (found) {
    return (
      <div className={styles.sheet}>
        <FoundInProposal
          found={found}
          texts={textsOf(fields)}
          busy={busy}
          onSend={(kept) => void attempt(() => post(kept))}
          onBack={() => setFound(null)}
        />
        {trouble && <p role="alert">{trouble}</p>}
      </div>
    );
  }
  return (
    <div className={styles.sheet}>
      <GrowingText
        label={t('propose.change')}
        hint={t('propose.changeHint')}
        value={fields.change}
        onChange={(change) => set({ change })}
        large
      />
      <SimilarProposals title={titleOf(fields)} body={`${fields.change}\n${fields.today}`} />
      <Disclosure title={t('propose.more')}>
        <div className={styles.fields}>
          <GrowingText
            label={t('propose.name')}
            hint={titleOf(fields)}
            value={fields.title}
            onChange={(title) => set({ title })}
            longest={120}
          />
          <GrowingText label={t('propose.today')} value={fields.today} onChange={(today) => set({ today })} />
          <GrowingText
            label={t('propose.effect')}
            value={fields.effect}
            onChange={(effect) => set({ effect })}
          />
          <Choice
            label={t('propose.line')}
            options={form.linesOfBusiness}
            value={fields.lineOfBusiness}
            onChange={(lineOfBusiness) => set({ lineOfBusiness })}
          />
          <Choice
            label={t('propose.process')}
            options={form.processes}
            value={fields.process}
            onChange={(process) => set({ process })}
          />
          <div>
            <p className={shared.label}>{t('propose.origin')}</p>
            <RadioGroup
              aria-label={t('propose.origin')}
              value={fields.origin}
              onChange={(_, { value }) => set({ origin: value as ProposalFields['origin'] })}
            >
              <Radio value="own" label={t('propose.own')} />
              <Radio value="agency" label={t('propose.agency')} />
              <Radio value="colleague" label={t('propose.colleague')} />
            </RadioGroup>
          </div>
          {fields.origin !== 'own' && (
            <GrowingText
              label={t('propose.originName')}
              hint={t('propose.originHint')}
              value={fields.originName}
              onChange={(originName) => set({ originName })}
              longest={120}
            />
          )}
        </div>
      </Disclosure>
      <div>
        <Checkbox
          label={t('propose.anonymous')}
          checked={fields.anonymous}
          aria-describedby={anonymousHint}
          onChange={(_, { checked }) => set({ anonymous: checked === true })}
        />
        <p id={anonymousHint} className={shared.hint}>
          {t('propose.anonymousHint')}
        </p>
      </div>
      <div className={shared.row}>
        <Button
          appearance="primary"
          size="large"
          className={shared.main}
          disabledFocusable={busy || fields.change.trim() === ''}
          onClick={() => void attempt(check)}
        >
          {t('propose.check')}
        </Button>
      </div>
      {trouble && <p role="alert">{trouble}</p>}
      <Disclosure title={t('propose.elsewhere')}>
        <ul>
          {form.offices.map(({ key, label }) => (
            <li key={key}>{pick(label)}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
