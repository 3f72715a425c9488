import { useSyncExternalStore } from 'react';

export type Route =
  | { page: 'home' }
  | { page: 'listen'; voiceId: string }
  | { page: 'discuss'; editionId: string }
  | { page: 'guides'; voiceId: string | null }
  | { page: 'records' }
  | { page: 'insights' }
  | { page: 'themes' }
  | { page: 'theme'; themeId: string }
  | { page: 'referrals' }
  | { page: 'reports' }
  | { page: 'board' }
  | { page: 'ledger' }
  | { page: 'examples' }
  | { page: 'propose' }
  | { page: 'proposals' }
  | { page: 'proposal'; proposalId: string }
  | { page: 'missing' };

/** What stays in the address from page to page: where the page is shown, and in which language. */
const CARRIED = ['in', 'locale'];

const listeners = new Set<() => void>();

/** Which page a path stands for. */
export function routeOf(path: string): Route {
  const [first, second, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'missing' };
  if (first === undefined) return { page: 'home' };
  if (first === 'records' && second === undefined) return { page: 'records' };
  if (first === 'reports' && second === undefined) return { page: 'reports' };
  if (first === 'listen' && second !== undefined) return { page: 'listen', voiceId: second };
  if (first === 'discuss' && second !== undefined) return { page: 'discuss', editionId: second };
  if (first === 'insights' && second === undefined) return { page: 'insights' };
  if (first === 'referrals' && second === undefined) return { page: 'referrals' };
  if (first === 'themes')
    return second === undefined ? { page: 'themes' } : { page: 'theme', themeId: second };
  if (first === 'board' && second === undefined) return { page: 'board' };
  if (first === 'board' && second === 'ledger') return { page: 'ledger' };
  if (first === 'examples' && second === undefined) return { page: 'examples' };
  if (first === 'propose' && second === undefined) return { page: 'propose' };
  if (first === 'proposals')
    return second === undefined ? { page: 'proposals' } : { page: 'proposal', proposalId: second };
  if (first === 'guides') return { page: 'guides', voiceId: second ?? null };
  return { page: 'missing' };
}

/** The address of a page, with what this page's address has to carry along. */
export function addressOf(path: string, query: Record<string, string> = {}): string {
  const here = new URLSearchParams(location.search);
  const next = new URLSearchParams(query);
  for (const name of CARRIED) {
    const value = here.get(name);
    if (value !== null) next.set(name, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** Goes to another page of ours. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
  changed();
  window.scrollTo(0, 0);
}

/** Changes one word of this page's query without a step in the history; null takes it out. */
export function setQuery(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : ''));
  changed();
}

/** Takes the bot's single-use link out of the address, so that it is neither kept nor shared. */
export function takeLink(): string | null {
  return takeFromFragment('link');
}

/** Takes words that somebody brings along out of the address (`#text=`): a fragment reaches no log. */
export function takeText(): string | null {
  return takeFromFragment('text');
}

function takeFromFragment(name: string): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const value = fragment.get(name);
  if (value === null) return null;
  fragment.delete(name);
  const rest = fragment.toString();
  history.replaceState(null, '', location.pathname + location.search + (rest ? `#${rest}` : ''));
  return value;
}

/** The path and the query of this page; components follow both. */
export function useAddress(): { route: Route; query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [path = '/', search = ''] = address.split('?');
  return { route: routeOf(path), query: new URLSearchParams(search) };
}

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
