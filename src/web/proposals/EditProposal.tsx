import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ProposalPage } from '../../edges/http/contract/proposalPage.ts';
import type { ProposalCheck, ProposalForm } from '../../edges/http/contract/proposals.ts';
import { useDiscussStyles } from '../discuss/discuss.styles.ts';
import { useWords } from '../i18n/i18n.ts';
import { useSession } from '../session/useSession.ts';
import { Loading } from '../shell/Loading.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { useAct } from '../themes/useAct.ts';
import { draftOf, factsOf, wordsOf } from './draft.rules.ts';
import { FoundWords } from './FoundWords.tsx';
import { type FoundPlace, placesOf } from './found.rules.ts';
import { ProposalFields } from './ProposalFields.tsx';

type Props = {
  page: ProposalPage;
  /** Null: nothing was changed. */
  onDone(page: ProposalPage | null): void;
};

/** Changes a proposal that nobody has begun with. */
export function EditProposal({ page, onDone }: Props) {
  const { t } = useWords();
  const { session } = useSession();
  const ask = useCallback(() => session.request<ProposalForm>('/api/proposals/form'), [session]);
  const { answer, retry } = useAnswer(ask);
  if (answer.state === 'loading') return <Loading words={t('app.loading')} />;
  if (answer.state === 'failed') return <Trouble onRetry={retry} />;
  return <Fields page={page} form={answer.value} onDone={onDone} />;
}

function Fields({ page, form, onDone }: Props & { form: ProposalForm }) {
  const shared = useDiscussStyles();
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(page));
  const [places, setPlaces] = useState<FoundPlace[] | null>(null);
  const { busy, trouble, send } = useAct();

  async function save(kept: readonly string[]): Promise<void> {
    const body = { act: 'edit', words: wordsOf(draft), facts: factsOf(draft), kept };
    const next = await send<ProposalPage>(`/api/proposals/${page.id}`, body);
    setPlaces(null);
    if (next) onDone(next);
  }

  async function check(): Promise<void> {
    const { title, today, change, effect } = wordsOf(draft);
    const texts = [title, today, change, effect];
    const found = (await send<ProposalCheck>('/api/proposals/check', { texts }))?.found;
    if (!found) return;
    if (found.length > 0) setPlaces(placesOf(found, texts));
    else await save([]);
  }

  return (
    <section className={shared.panel} aria-label={t('proposals.edit')}>
      <ProposalFields
        form={form}
        draft={draft}
        files={null}
        onFiles={() => undefined}
        onChange={setDraft}
        isUnfolded
      />
      {trouble && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {places ? (
        <FoundWords places={places} onConfirm={(kept) => void save(kept)} onBack={() => setPlaces(null)} />
      ) : (
        <div className={shared.row}>
          <Button
            appearance="primary"
            className={shared.press}
            disabledFocusable={busy || draft.words.change.trim() === ''}
            onClick={() => void check()}
          >
            {t('proposals.save')}
          </Button>
          <Button className={shared.press} onClick={() => onDone(null)}>
            {t('discuss.cancel')}
          </Button>
        </div>
      )}
    </section>
  );
}
