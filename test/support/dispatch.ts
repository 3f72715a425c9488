import { setTimeout as sleep } from 'node:timers/promises';
import type { StubCall } from './stubConnector.ts';
import { openTestApp, type TestApp, type TestAppOptions } from './testApp.ts';

/** Two departments, nine people with Teams, so that each test sends what it needs and no more. */
export const small = { audience: { departments: ['SL-MINATO', 'SL-MORINO'] } };

export const sends = (call: StubCall) => call.kind === 'send';
export const updates = (call: StubCall) => call.kind === 'update';

export async function openWatchedApp(options: TestAppOptions = {}): Promise<TestApp> {
  const t = await openTestApp(options);
  await watchMoves(t);
  return t;
}

/** Everything that the outgoing table goes through is compared with the table of the design. */
async function watchMoves(t: TestApp): Promise<void> {
  await t.ctx.db.$executeRawUnsafe(
    'CREATE TABLE moves (state_from text, state_to text, PRIMARY KEY (state_from, state_to))',
  );
  await t.ctx.db.$executeRawUnsafe(`
    CREATE FUNCTION note_move() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> NEW.state THEN
        INSERT INTO moves VALUES (OLD.state, NEW.state) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NEW;
    END $$`);
  await t.ctx.db.$executeRawUnsafe(
    'CREATE TRIGGER note_moves BEFORE UPDATE ON outgoing_message FOR EACH ROW EXECUTE FUNCTION note_move()',
  );
}

export async function movesOf(t: TestApp): Promise<string[]> {
  const rows = await t.ctx.db.$queryRaw<{ move: string }[]>`
    SELECT state_from || ' → ' || state_to AS move FROM moves ORDER BY 1`;
  return rows.map(({ move }) => move);
}

export const rowsOf = (t: TestApp, recipientId: string) =>
  t.ctx.db.outgoingMessage.findMany({
    where: { recipientId, purpose: 'edition.card' },
    orderBy: { revision: 'asc' },
  });

export const entra = (t: TestApp, who: keyof TestApp['people']) => t.people[who].entraObjectId ?? '';

export async function until(isTrue: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await sleep(10);
  }
}
