import { describe, expect, it } from 'vitest';
import { approveVoice, findVoice, importVoice, PersonalDataFound } from '../../../src/domain/voices/index.ts';
import { readVoiceFolder } from '../../../src/edges/files/voiceFolder.ts';
import { sampleVoiceFolders } from '../../support/templates.ts';
import { openTestApp } from '../../support/testApp.ts';

const sample = readVoiceFolder(sampleVoiceFolders()[0] ?? '');

/** The first sample voice, with one of its sentences said otherwise. */
function excerpt(change: { instead: string; said: string; metadata?: object }) {
  const { source, format } = sample.transcript;
  if (!source.includes(change.instead)) throw new Error('the sample has no such sentence');
  return {
    ...sample,
    metadata: { ...(sample.metadata as object), reference: 'T-1', ...change.metadata },
    transcript: { format, source: source.replace(change.instead, change.said) },
  };
}

const named = { instead: '待っていますので。', said: '待っていますので、汐見までお願いします。' };

describe('an excerpt', () => {
  it('in which somebody is named is not taken in; place and reason are told, never the words', async () => {
    const t = await openTestApp({ working: false });
    const refusal = await importVoice(t.as('asagi'), excerpt(named)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PersonalDataFound);
    const { findings } = refusal as PersonalDataFound;
    expect(findings).toEqual([
      { type: 'name', atMs: expect.any(Number), from: 10, to: 11, reason: expect.any(String) },
    ]);
    expect(JSON.stringify(refusal)).not.toContain('汐見');
    expect(t.log.text()).not.toContain('汐見');
  });

  it('is taken in when a person answers for each of them', async () => {
    const t = await openTestApp({ working: false });
    const accepted = [{ text: '汐見まで', why: '駅の名前です' }];
    const id = await importVoice(t.as('asagi'), excerpt({ ...named, metadata: { accepted } }));
    expect(await findVoice(t.ctx.db, id)).toMatchObject({ state: 'in_review', healthHold: false });
  });

  it('is refused where somebody answers for words that nobody says', async () => {
    const t = await openTestApp({ working: false });
    const accepted = [{ text: '誰も言わないことば', why: '確かめました' }];
    await expect(
      importVoice(t.as('asagi'), excerpt({ ...named, metadata: { accepted } })),
    ).rejects.toMatchObject({
      code: 'voice.badMetadata',
    });
  });

  it('in which somebody is hurt has that masked or answered for', async () => {
    const t = await openTestApp({ working: false });
    const hurt = { ...named, said: '首が痛くて、待っていますので。' };
    await expect(importVoice(t.as('asagi'), excerpt(hurt))).rejects.toMatchObject({
      code: 'voice.personalData',
      findings: [{ type: 'health' }],
    });
  });

  it('that tells of an illness is held until its approver gives a reason', async () => {
    const t = await openTestApp({ working: false });
    const ill = { ...named, said: '妻が妊娠していますので。' };
    // Whoever takes it in cannot lift that alone.
    const metadata = { accepted: [{ text: '妻が妊娠しています', why: '確認済み' }] };
    const id = await importVoice(t.as('asagi'), excerpt({ ...ill, metadata }));
    expect((await findVoice(t.ctx.db, id))?.healthHold).toBe(true);
    await expect(approveVoice(t.as('kiryu'), id)).rejects.toMatchObject({ code: 'voice.held' });
    await expect(approveVoice(t.as('kiryu'), id, '  ')).rejects.toMatchObject({ code: 'voice.held' });
    await approveVoice(t.as('kiryu'), id, 'ご本人の同意を得ています');
    expect(await findVoice(t.ctx.db, id)).toMatchObject({
      state: 'approved',
      healthOverrideReason: 'ご本人の同意を得ています',
    });
    const audit = await t.ctx.db.auditEntry.findMany({
      where: { subjectId: id, act: 'voices.approveVoice' },
    });
    expect(audit.map(({ detail }) => detail)).toEqual([{ reason: 'ご本人の同意を得ています' }]);
  });
});
