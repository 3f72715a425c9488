import { describe, expect, it, vi } from 'vitest';
import { approveVoice, findVoice, importVoice, withdrawVoice } from '../../../src/domain/voices/index.ts';
import { readVoiceFolder } from '../../../src/edges/files/voiceFolder.ts';
import { sampleVoiceFolders } from '../../support/templates.ts';
import { openTestApp } from '../../support/testApp.ts';

const code = (name: string) => expect.objectContaining({ code: name });
const files = (reference: string) => {
  const read = readVoiceFolder(sampleVoiceFolders()[0] ?? '');
  return { ...read, metadata: { ...(read.metadata as object), reference } };
};

describe('a voice', () => {
  it('is imported by one and approved by another', async () => {
    const t = await openTestApp({ working: false });
    await t.ctx.db.grant.create({ data: { personId: t.people.asagi.id, role: 'approver' } });
    const voiceId = await importVoice(t.as('asagi'), files('T-1'));
    expect(await findVoice(t.ctx.db, voiceId)).toMatchObject({ state: 'in_review', soundType: 'audio/mpeg' });
    await expect(approveVoice(t.as('asagi'), voiceId)).rejects.toEqual(code('voice.samePerson'));
    await approveVoice(t.as('kiryu'), voiceId);
    expect((await findVoice(t.ctx.db, voiceId))?.state).toBe('approved');
    await expect(approveVoice(t.as('hatano'), voiceId)).rejects.toEqual(code('voice.badState'));
  });

  it('is refused while the month in which it was received is still to come', async () => {
    const t = await openTestApp({ working: false });
    const received = (receivedMonth: string) => {
      const read = files('T-1');
      return importVoice(t.as('asagi'), { ...read, metadata: { ...read.metadata, receivedMonth } });
    };
    await expect(received('2027-01')).rejects.toMatchObject({
      code: 'voice.receivedInFuture',
      values: { month: '2027-01' },
    });
    await received('2026-12');
  });

  it('is imported once, also when two try at the same time', async () => {
    const t = await openTestApp({ working: false });
    const tries = await Promise.allSettled([
      importVoice(t.as('asagi'), files('T-1')),
      importVoice(t.as('niina'), files('T-1')),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find((one) => one.status === 'rejected')?.reason).toEqual(code('voice.alreadyImported'));
  });

  it('has no second sound stored under its reference', async () => {
    const t = await openTestApp({ working: false });
    await importVoice(t.as('asagi'), files('T-1'));
    const put = vi.fn();
    const again = importVoice({ ...t.as('asagi'), media: { ...t.ctx.media, put } }, files('T-1'));
    await expect(again).rejects.toEqual(code('voice.alreadyImported'));
    expect(put).not.toHaveBeenCalled();
  });

  it('has its sound stored as it came, and open to nobody but by its key', async () => {
    const t = await openTestApp({ working: false });
    const voice = await findVoice(t.ctx.db, await importVoice(t.as('asagi'), files('T-1')));
    const media = await t.ctx.media.open(voice?.soundKey ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of media?.read(0, media.bytes - 1) ?? []) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(files('T-1').sound)).toBe(true);
    expect(await t.ctx.media.open('../../etc/passwd')).toBeNull();
  });

  it('is withdrawn with a reason, at any time and once', async () => {
    const t = await openTestApp({ working: false });
    const waiting = await importVoice(t.as('asagi'), files('T-1'));
    const withdraw = (voiceId: string, reason = 'お客さまのお申し出') =>
      withdrawVoice(t.as('hatano'), { voiceId, reason });
    await expect(withdraw(waiting, '  ')).rejects.toEqual(code('input.invalid'));
    await withdraw(waiting);
    await expect(withdraw(waiting)).rejects.toEqual(code('voice.badState'));
    await expect(approveVoice(t.as('kiryu'), waiting)).rejects.toEqual(code('voice.badState'));
    await withdraw(t.voices.noNews);
    await expect(withdraw('0199f5d2-0000-7000-8000-000000000001')).rejects.toEqual(code('voice.notFound'));
    const entries = await t.ctx.db.auditEntry.findMany({ where: { act: 'voices.withdrawVoice' } });
    expect(entries).toHaveLength(2);
    expect(entries[0]?.detail).toEqual({ reason: 'お客さまのお申し出' });
  });

  it('is refused when its sound is none, too long or too large', async () => {
    const t = await openTestApp({ working: false });
    const withSound = (sound: Uint8Array) => importVoice(t.as('asagi'), { ...files('T-1'), sound });
    await expect(withSound(new Uint8Array())).rejects.toEqual(code('voice.badSound'));
    await expect(withSound(new TextEncoder().encode('not a sound'))).rejects.toEqual(code('voice.badSound'));
    await expect(withSound(new Uint8Array(31 * 1024 * 1024))).rejects.toEqual(code('voice.badSound'));
    await expect(withSound(headerOnlyWav())).rejects.toEqual(code('voice.badSound'));
    const { sound } = files('T-1');
    await expect(withSound(sound.subarray(0, sound.length / 2))).rejects.toEqual(code('voice.soundCut'));
    expect(await t.ctx.db.voice.count()).toBe(6);
  });
});

/** A WAV of no length: what a recorder leaves that was stopped at once. */
function headerOnlyWav(): Uint8Array {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  return header;
}
