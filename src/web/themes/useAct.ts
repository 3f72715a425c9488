import { useCallback, useState } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { ApiError } from '../session/api.ts';
import { useSession } from '../session/useSession.ts';

export type Act = {
  busy: boolean;
  /** What went wrong, in the page's language; null: nothing. */
  trouble: string | null;
  /** Sends it; the answer, or null where it was refused. */
  send<T>(path: string, body: unknown): Promise<T | null>;
  forget(): void;
};

/** One thing that a person does on the page: a request under way, and what the server said against it. */
export function useAct(): Act {
  const { t } = useWords();
  const { session } = useSession();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const send = useCallback(
    async <T>(path: string, body: unknown): Promise<T | null> => {
      setBusy(true);
      setTrouble(null);
      try {
        return await session.request<T>(path, { method: 'POST', body });
      } catch (error) {
        const words = error instanceof ApiError && error.status !== 0 ? error.message : '';
        setTrouble(words || t('trouble.body'));
        return null;
      } finally {
        setBusy(false);
      }
    },
    [session, t],
  );
  return { busy, trouble, send, forget: useCallback(() => setTrouble(null), []) };
}
