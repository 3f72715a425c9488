import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SessionKeeper, SessionView } from './session.ts';

export const SessionContext = createContext<SessionKeeper | null>(null);

/** The page's session and what it is now. @throws outside of SessionContext. */
export function useSession(): { session: SessionKeeper; view: SessionView } {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session around this component');
  const view = useSyncExternalStore(session.subscribe, session.view);
  return { session, view };
}
