/**
 * Local mode only: the sample person picked last, so that a reload goes on as the same one. It is an id
 * out of the sample company, never a credential. Where the browser keeps nothing, nothing is remembered.
 */
const KEY = 'kikidoki.localPerson';

export function rememberedPerson(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberPerson(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Private windows may refuse: the list of people is shown again instead.
  }
}

export function forgetPerson(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
