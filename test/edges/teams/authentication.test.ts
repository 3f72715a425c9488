import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { personal, postActivity, says } from '../../support/activities.ts';
import type { TokenClaims } from '../../support/botFramework.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';

/**
 * What the process prints: the SDK would print keys. Before the app is loaded, which keeps the SDK quiet; files that ran
 * before have loaded it already, so it is loaded anew.
 */
const { printed, print } = vi.hoisted(() => {
  vi.resetModules();
  const lines: unknown[] = [];
  const { error } = console;
  console.error = (...line: unknown[]) => void lines.push(line);
  return { printed: lines, print: error };
});
afterAll(() => {
  console.error = print;
});

const words = '屋根のことより、誰にも聞いてもらえないことのほうが、つらかったです。';

describe('POST /api/messages', () => {
  let t: TestApp;
  beforeAll(() => openSharedTestApp((opened) => (t = opened), { listening: true, working: false }));
  const hello = () => personal(t, t.people.mizusawa, says('ヘルプ'));

  it('takes what Teams signed', async () => {
    expect((await postActivity(t, hello())).status).toBe(200);
    expect(t.stub.messagesOf(t.people.mizusawa.entraObjectId ?? '')).toBeDefined();
  });

  const forgeries: [string, TokenClaims][] = [
    ['for another app', { audience: '00000000-1111-4222-8333-444444444444' }],
    ['by another issuer', { issuer: 'https://evil.example' }],
    ['that ran out', { expiresIn: -10 * 60_000 }],
    ['that is not valid yet', { notBeforeIn: 60 * 60_000, expiresIn: 2 * 3_600_000 }],
    ['by an unknown key', { keyId: 'somebody-elses' }],
    ['by a wrong key under a known name', { withForgedKey: true }],
    ['for another service URL', { serviceUrl: 'https://evil.example' }],
  ];
  it.each(forgeries)('answers 401 to a token %s', async (_what, claims) => {
    await refuses(claims);
  });

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['garbage', 'Bearer garbage'],
    ['three parts of garbage', 'Bearer a.b.c'],
    ['another scheme', 'Basic bWl6dXNhd2E6c2VjcmV0'],
    ['no scheme', 'eyJhbGciOiJub25lIn0.e30.'],
    ['an algorithm of none', `Bearer ${unsigned()}`],
    ['a very long one', `Bearer ${'x'.repeat(10_000)}`],
  ])('answers 401 to %s', async (_what, authorization) => {
    await refuses(authorization);
  });

  async function refuses(authorization: TokenClaims | string | null): Promise<void> {
    const calls = t.stub.calls.length;
    const lines = t.log.lines.length;
    const activity = personal(t, t.people.mizusawa, says(words));
    expect((await postActivity(t, activity, authorization)).status).toBe(401);
    expect(t.stub.calls).toHaveLength(calls);
    expect(t.log.lines.length - lines).toBeGreaterThanOrEqual(1);
    const logged = t.log.lines.slice(lines).join('');
    expect(logged).not.toContain(words.slice(0, 8));
    expect(printed).toEqual([]);
    expect(logged).not.toMatch(/eyJ|BEGIN|Bearer|a-secret-that-nobody-logs|bWl6dXNhd2E/);
  }

  it('answers 403 to another tenant, wherever it says so', async () => {
    const other = '99999999-2222-4333-8444-555555555555';
    const byChannelData = { ...hello(), channelData: { tenant: { id: other } } };
    expect((await postActivity(t, byChannelData)).status).toBe(403);
    const { channelData: _none, ...bare } = hello();
    const byConversation = { ...bare, conversation: { ...(bare.conversation as object), tenantId: other } };
    expect((await postActivity(t, byConversation)).status).toBe(403);
    const conversation = { conversationType: 'personal', id: 'a:1' };
    expect((await postActivity(t, { ...bare, conversation })).status).toBe(403);
  });

  it.each([
    ['{}', '{}'],
    ['nothing', ''],
    ['an array', '[]'],
    ['a string', '"hello"'],
    ['null', 'null'],
    ['malformed JSON', `{"type":"message","text":"${words}`],
    ['no sender', JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: 'https://a.example' })],
    ['a service URL that is none', JSON.stringify({ type: 'message', serviceUrl: 'file:///etc/passwd' })],
    ['a mention of nobody', mentionOf(null)],
    ['a mention without anybody', mentionOf({ type: 'mention' })],
    ['a deep nest', '['.repeat(50_000)],
    ['a channel whose id is a number', spoilt({ channelData: { channel: { id: 5 } } })],
    ['a tenant whose id is a list', spoilt({ channelData: { tenant: { id: [] } } })],
    ['channel data that is a word', spoilt({ channelData: 'x' })],
    ['new members that are a word', spoilt({ type: 'conversationUpdate', membersAdded: 'x' })],
    ['new members that are nobody', spoilt({ type: 'conversationUpdate', membersAdded: [null] })],
    ['lost members that are a number', spoilt({ type: 'conversationUpdate', membersRemoved: 5 })],
    ['a sender with a NUL', spoilt({ from: { id: 'x', aadObjectId: 'a\u0000b' } })],
    ['a conversation with a NUL', spoilt({ conversation: { id: 'a\u0000b', conversationType: 'channel' } })],
    ['a conversation with half a character', spoilt({ conversation: { id: 'a\ud800' } })],
    ['a sender with half a character', spoilt({ from: { id: '29:x', aadObjectId: '\udc00' } })],
    ['a team with half a character', spoilt({ channelData: { team: { id: '\ud800' } } })],
    ['a service URL with half a character', spoilt({ serviceUrl: 'https://a.example/\ud800' })],
    ['a service URL with a NUL', spoilt({ serviceUrl: 'https://a.example/\u0000' })],
    ['no recipient', spoilt({ recipient: undefined })],
    ['a recipient of null', spoilt({ recipient: null })],
    ['a recipient without an id', spoilt({ recipient: {} })],
    ['a Mention of nobody', spoilt({ entities: [{ type: 'Mention' }] })],
    ['more entities than anybody sends', spoilt({ entities: Array(301).fill({ type: 'x' }) })],
    ['more new members than anybody sends', spoilt({ membersAdded: Array(301).fill({ id: 'x' }) })],
  ])('answers 400 to %s', async (_what, body) => {
    const lines = t.log.lines.length;
    expect((await postActivity(t, body)).status).toBe(400);
    expect(t.log.lines.slice(lines).join('')).not.toContain(words.slice(0, 8));
  });

  it.each(['entities', 'membersAdded', 'membersRemoved'])(
    'reads no endless %s, and logs little',
    async (list) => {
      const lines = t.log.lines.length;
      const body = spoilt({ [list]: [] }).replace(`"${list}":[]`, `"${list}":[${'0,'.repeat(100_000)}0]`);
      const started = performance.now();
      expect((await postActivity(t, body)).status).toBe(400);
      expect(performance.now() - started).toBeLessThan(1_000);
      expect(t.log.lines.slice(lines).join('').length).toBeLessThan(1_000);
    },
  );

  it('names the first few faults of many, and their number', async () => {
    const lines = t.log.lines.length;
    expect((await postActivity(t, spoilt({ membersAdded: Array(300).fill(0) }))).status).toBe(400);
    const logged = t.log.lines.slice(lines).join('');
    expect(JSON.parse(logged)).toMatchObject({ msg: 'malformed activity', count: 300 });
    expect(JSON.parse(logged).places).toHaveLength(5);
  });

  it.each(['webchat', 'directline', 'emulator', 'MSTEAMS', 'email'])(
    'answers 403 to the channel %s, and nobody acts',
    async (channelId) => {
      const calls = t.stub.calls.length;
      const lines = t.log.lines.length;
      expect((await postActivity(t, { ...hello(), channelId })).status).toBe(403);
      expect(t.stub.calls).toHaveLength(calls);
      expect(t.log.lines.slice(lines)).toHaveLength(1);
      expect(t.log.lines.at(-1)).toContain('another channel');
    },
  );

  it('answers 413 to what is too large, and to anything but JSON a clear 4xx', async () => {
    const large = personal(t, t.people.mizusawa, says('声'.repeat(300_000)));
    expect((await postActivity(t, large)).status).toBe(413);
    const answer = await fetch(`${t.url}/api/messages`, {
      method: 'POST',
      body: '<xml/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await fetch(`${t.url}/api/messages`)).status).toBe(404);
  });

  it('lives on after all of that', async () => {
    expect((await postActivity(t, hello())).status).toBe(200);
    expect((await fetch(`${t.url}/health/live`)).status).toBe(200);
  });
});

/** An activity in good form but for these parts. */
function spoilt(parts: object): string {
  return JSON.stringify({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://a.example',
    from: { id: '29:x' },
    recipient: { id: '28:bot' },
    conversation: { id: '19:x@thread.tacv2', conversationType: 'channel' },
    ...parts,
  });
}

function mentionOf(entity: unknown): string {
  return JSON.stringify({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://a.example',
    from: { id: '29:1' },
    conversation: { id: 'a:1' },
    entities: [entity],
  });
}

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const soon = Math.floor(Date.now() / 1000) + 3_600;
  return `${part({ alg: 'none', kid: 'published-key' })}.${part({ iss: 'https://api.botframework.com', exp: soon })}.`;
}
