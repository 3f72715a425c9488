import type { PersonName } from './company.ts';
import type { TestApp } from './testApp.ts';

/** Chats of the stub exist once the bot created them or somebody wrote there. */
export async function withChats(t: TestApp, ...names: PersonName[]): Promise<void> {
  for (const who of names) {
    await fetch(`${t.stub.url}/v3/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(t)}` },
      body: JSON.stringify({ isGroup: false, members: [{ id: t.people[who].entraObjectId }] }),
    });
  }
  t.stub.calls.splice(0);
}

async function tokenOf(t: TestApp): Promise<string> {
  const answer = await fetch(t.stub.tokenUrl, { method: 'POST' });
  return ((await answer.json()) as { access_token: string }).access_token;
}
