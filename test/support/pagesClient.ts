import { asPerson } from '../../src/domain/context.ts';
import { createSessionLink } from '../../src/domain/people/index.ts';
import type { Session } from '../../src/edges/http/contract.ts';
import type { PersonName } from './company.ts';
import type { TestApp } from './testApp.ts';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** Calls the pages' API as a page would. */
export async function call<T = unknown>(
  t: TestApp,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const answer = await fetch(`${t.url}${path}`, {
    method,
    headers: {
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? await answer.json() : await answer.text()) as T;
  return { status: answer.status, headers: answer.headers, body };
}

/** Signs in by a link of the bot. */
export async function signIn(t: TestApp, who: PersonName): Promise<Session> {
  const person = t.people[who];
  const link = await createSessionLink(asPerson(t.ctx, person.id), person.id);
  return (await call<Session>(t, 'POST', '/api/session', { body: { link } })).body;
}
