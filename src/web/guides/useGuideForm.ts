import { useEffect, useState } from 'react';
import type { GuideEdit, GuidePage } from '../../edges/http/contract/guides.ts';
import { ApiError } from '../session/api.ts';
import type { SessionKeeper } from '../session/session.ts';
import { formOf, type GuideForm, guideOfForm, lacking, sameForm } from './guideForm.rules.ts';
import { keepForm, keptForm } from './keptForm.ts';

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'lacking' }
  | { kind: 'offline' }
  /** Somebody else saved first; `page` holds what they saved. */
  | { kind: 'overtaken' }
  | { kind: 'refused'; message: string };

type Parts = { begin: GuidePage; personId: string; session: SessionKeeper };

/** The guide of a voice while it is written: kept in this tab as one types, saved by a press. */
export function useGuideForm({ begin, personId, session }: Parts) {
  const voiceId = begin.voice.id;
  const places = begin.limits.mostPrompts;
  const [page, setPage] = useState(begin);
  const [start] = useState(() => keptForm(personId, voiceId, places));
  const [form, setForm] = useState<GuideForm>(() => start?.form ?? formOf(begin.guide, places));
  const [seenAt, setSeenAt] = useState(start ? start.seenAt : (begin.edited?.at ?? null));
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' });
  const isChanged = !sameForm(form, formOf(page.guide, places));

  useEffect(
    () => keepForm(personId, voiceId, isChanged ? { form, seenAt } : null),
    [personId, voiceId, form, seenAt, isChanged],
  );
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);

  function show(next: GuidePage): void {
    setPage(next);
    setSeenAt(next.edited?.at ?? null);
  }

  async function save(): Promise<void> {
    if (status.kind === 'saving') return;
    if (lacking(form).size > 0) return setStatus({ kind: 'lacking' });
    setStatus({ kind: 'saving' });
    const body: GuideEdit = { guide: guideOfForm(form), seenAt };
    try {
      const saved = await session.request<GuidePage>(`/api/guides/${voiceId}`, { method: 'POST', body });
      show(saved);
      setForm((now) => (sameForm(now, form) ? formOf(saved.guide, places) : now));
      setStatus({ kind: 'saved' });
    } catch (error) {
      setStatus(await afterFailure(error));
    }
  }

  async function afterFailure(error: unknown): Promise<SaveStatus> {
    if (!(error instanceof ApiError) || error.status === 0) return { kind: 'offline' };
    if (error.code !== 'guide.changedMeanwhile') return { kind: 'refused', message: error.message };
    try {
      show(await session.request<GuidePage>(`/api/guides/${voiceId}`));
      return { kind: 'overtaken' };
    } catch {
      return { kind: 'refused', message: error.message };
    }
  }

  return {
    page,
    form,
    status,
    isChanged,
    /** What was written before and not saved is here again. */
    isRestored: start !== null,
    change(next: GuideForm): void {
      setForm(next);
      // What is wrong stays said while it is being mended.
      if (status.kind === 'saved') setStatus({ kind: 'idle' });
    },
    /** Back to what is saved. */
    discard(): void {
      setForm(formOf(page.guide, places));
      setStatus({ kind: 'idle' });
    },
    save,
  };
}
