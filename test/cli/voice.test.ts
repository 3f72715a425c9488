import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDb } from '../../src/platform/db/client.ts';
import { personNumbers } from '../support/company.ts';
import { type Installation, openInstallation, voiceFolder } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let k: Installation;
beforeAll(async () => {
  k = await openInstallation();
});
afterAll(() => k.remove());

type Change = Parameters<typeof voiceFolder>[2];

const replaceIn =
  (from: string | RegExp, to: string): Change =>
  (folder) => {
    const file = join(folder, 'transcript.vtt');
    const source = readFileSync(file, 'utf8');
    if (source.search(from) < 0) throw new Error(`the sample transcript has no ${from}`);
    writeFileSync(file, source.replace(from, to));
  };
const set =
  (values: object): Change =>
  (_folder, metadata) => {
    Object.assign(metadata, values);
  };

const inPlaceOf =
  (file: string, make: (path: string) => unknown): Change =>
  (folder) => {
    rmSync(join(folder, file));
    make(join(folder, file));
  };
const inShiftJis = (file: string) =>
  inPlaceOf(file, (path) => writeFileSync(path, Buffer.from([0x57, 0x45, 0x42, 0x8e, 0x81, 0x96, 0xbc])));
const half =
  (file: string): Change =>
  (folder) =>
    truncateSync(join(folder, file), 200_000);
const pipe = (path: string) => execFileSync('mkfifo', [path]);
const nowhere = (path: string) => symlinkSync('/nowhere/at/all', path);
/** As large as it says, without taking the room. */
const huge = (path: string) => {
  writeFileSync(path, '');
  truncateSync(path, 3 * 2 ** 30);
};

describe('a voice', () => {
  it('is imported by one person, approved by another, listed, and withdrawn', async () => {
    const folder = voiceFolder(k.dataFolder, 'V-1');
    const imported = await k.json('voice', 'import', folder);
    expect(imported).toMatchObject({
      code: 0,
      body: { voice: { reference: 'V-1', state: 'in_review', kind: 'complaint', lineOfBusiness: 'auto' } },
    });
    const { id } = imported.body.voice;

    expect((await k.json('voice', 'import', folder)).body.error.code).toBe('voice.alreadyImported');

    const approved = await k.run('voice', 'approve', 'V-1');
    expect(approved).toEqual({ code: 0, stderr: '', stdout: 'V-1 を承認しました。配信に使えます。\n' });

    const list = await k.json('voice', 'list', '--as', personNumbers.kiryu);
    expect(list.body.voices).toHaveLength(7);
    expect(list.body.voices.find((voice: { id: string }) => voice.id === id).state).toBe('approved');

    // As on the cards: whole names, and other marks around a quotation.
    const { stdout } = await k.run('voice', 'list');
    expect(stdout).toMatch(/V-1 +承認済み +苦情 +自動車保険 +58秒 +「忘れられて/);
    expect(stdout).toMatch(/S-2026-02 .*『手続きのお話より先に、「心細かったですね」と.*』\n/);

    const withdrawn = await k.json('voice', 'withdraw', id, '--reason', 'お客さまのご希望');
    expect(withdrawn).toMatchObject({
      code: 0,
      body: {
        voice: { state: 'withdrawn', withdrawReason: 'お客さまのご希望' },
        serverRunning: false,
      },
    });
    const again = await k.run('voice', 'withdraw', id, '--reason', 'もう一度');
    expect(again).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '声 V-1 は、いま「公開停止」です。この操作ができるのは「承認待ちまたは承認済み」のときです。公開停止は取り消せません。別の声をお使いください。\n',
    });
  });

  it('is not approved by the person who imported it', async () => {
    const db = openDb(k.databaseUrl, 1);
    const niina = await db.person.findUniqueOrThrow({ where: { employeeNo: personNumbers.niina } });
    await db.grant.create({ data: { personId: niina.id, role: 'approver' } });
    await db.$disconnect();
    await k.run('voice', 'import', voiceFolder(k.dataFolder, 'V-2'), '--as', personNumbers.niina);

    const own = await k.json('voice', 'approve', 'V-2', '--as', personNumbers.niina);
    expect(own).toMatchObject({
      code: 1,
      body: {
        error: { code: 'voice.samePerson', message: '登録した方とは別の方が承認してください。' },
      },
    });
    expect((await k.run('voice', 'approve', 'V-2')).code).toBe(0);
  });

  it('says what is not there, and who may not', async () => {
    const missing = await k.run('voice', 'approve', 'V-404');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toBe(
      '声 V-404 は見つかりませんでした。npm run kikidoki -- voice list で一覧を確かめてください。\n',
    );

    const member = await k.run('voice', 'list', '--as', personNumbers.hanh);
    expect(member).toMatchObject({ code: 1, stdout: '' });
    expect(member.stderr).toContain('役割が必要です: 声の担当者、承認者');

    const stranger = await k.json('voice', 'list', '--as', 'A9999');
    expect(stranger.body.error.code).toBe('person.unknownNo');
  });
});

describe.concurrent('an import is refused', () => {
  it.each<[string, Change, string, string]>([
    ['with a kind that the company does not have', set({ kind: 'rumour' }), 'voice.badMetadata', 'kind'],
    ['without a sound', (folder) => rmSync(join(folder, 'sound.mp3')), 'voice.fileMissing', 'sound.mp3'],
    ['with overlapping cues', replaceIn('00:04.585 -->', '00:03.585 -->'), 'voice.badTranscript', '0:03'],
    ['without a speaker', replaceIn('<v 担当者>お電話', 'お電話'), 'voice.badTranscript', '0:00'],
    [
      'when the quote is not the customer’s',
      set({ quote: 'おっしゃるとおりです。' }),
      'voice.quoteNotCustomers',
      'お客さまの発言',
    ],
    ['when a mask has no tone', set({ bleeps: [] }), 'voice.bleepMismatch', '0:00'],
    ['in Shift_JIS', inShiftJis('transcript.vtt'), 'voice.fileEncoding', 'transcript.vtt'],
    ['with a sound that was cut off', half('sound.mp3'), 'voice.soundCut', '途中で切れ'],
    ['with an unclosed mask', replaceIn('【氏名】', '【氏名'), 'voice.badMask', '0:00'],
    ['with a NUL', replaceIn('ありがとう', 'ありが\0とう'), 'voice.badCharacters', '0:00'],
    ['with a folder for a sound', inPlaceOf('sound.mp3', mkdirSync), 'voice.fileUnreadable', 'sound.mp3'],
    ['with a pipe for a sound', inPlaceOf('sound.mp3', pipe), 'voice.fileUnreadable', 'sound.mp3'],
    ['with a pipe for a transcript', inPlaceOf('transcript.vtt', pipe), 'voice.fileUnreadable', '.vtt'],
    ['with a link to nowhere', inPlaceOf('transcript.vtt', nowhere), 'voice.fileUnreadable', 'ENOENT'],
    ['with a huge sound', inPlaceOf('sound.mp3', huge), 'voice.fileTooLarge', '30 MB'],
    ['with a huge transcript', inPlaceOf('transcript.vtt', huge), 'voice.fileTooLarge', '4 MB'],
    ['called --help', set({ reference: '--help' }), 'voice.badReference', 'reference'],
    [
      'with an entry that is none',
      set({ recievedMonth: '2026-10' }),
      'voice.unknownMetadata',
      'recievedMonth',
    ],
    ['before it was received', set({ receivedMonth: '2999-01' }), 'voice.receivedInFuture', '2999-01'],
    [
      'with words longer than the sound',
      replaceIn(/--> 00:5\d\.\d+\n(?![\s\S]*-->)/, '--> 01:20.000\n'),
      'voice.transcriptTooLong',
      '80.0 秒',
    ],
    [
      'when the sound is none',
      (folder) => writeFileSync(join(folder, 'sound.mp3'), 'not a sound'),
      'voice.badSound',
      'MP3',
    ],
  ])('%s', async (_how, change, code, named) => {
    const { code: exit, body } = await k.json('voice', 'import', voiceFolder(k.dataFolder, 'V-9', change));
    expect(exit).toBe(1);
    expect(body.error.code).toBe(code);
    expect(body.error.message).toContain(named);
    expect(body.error.message).not.toMatch(/お電話ありがとう|山田/);
  });

  it('from a folder that is not there', async () => {
    const { body } = await k.json('voice', 'import', join(k.dataFolder, 'nowhere'));
    expect(body.error.code).toBe('voice.folderMissing');
  });

  it('by somebody who is no curator', async () => {
    const folder = voiceFolder(k.dataFolder, 'V-9');
    const { body } = await k.json('voice', 'import', folder, '--as', personNumbers.mizusawa);
    expect(body.error.code).toBe('forbidden');
  });
});
