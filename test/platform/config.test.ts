import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig, terminalLocale } from '../../src/platform/config/config.ts';
import { defaultSettings, readSettings } from '../../src/platform/settings.ts';

const credentials = {
  KIKIDOKI_APP_ID: '12345678-1234-4234-8234-123456789012',
  KIKIDOKI_APP_SECRET: 'secret',
  KIKIDOKI_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  KIKIDOKI_PUBLIC_URL: 'https://kikidoki.example/',
};
const fault = (code: string, names: string) => expect.objectContaining({ code, values: { names } });

describe('the environment', () => {
  it('is local mode when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3978,
      playgroundPort: 56150,
      playground: true,
      teams: undefined,
      publicUrl: 'http://localhost:3978',
      serviceUrl: 'http://localhost:56150/_connector',
    });
  });

  it('is Teams when all credentials are set, without the Playground', () => {
    expect(readConfig(credentials)).toMatchObject({
      playground: false,
      teams: { appId: credentials.KIKIDOKI_APP_ID },
      publicUrl: 'https://kikidoki.example',
      serviceUrl: 'https://smba.trafficmanager.net/teams',
    });
  });

  it('takes ids in large letters for the same ids', () => {
    const ids = {
      KIKIDOKI_APP_ID: 'ABCDEF00-0000-4000-8000-00000000000A',
      KIKIDOKI_TENANT_ID: 'ABCDEF00-0000-4000-8000-00000000000B',
    };
    expect(readConfig({ ...credentials, ...ids }).teams).toMatchObject({
      appId: 'abcdef00-0000-4000-8000-00000000000a',
      tenantId: 'abcdef00-0000-4000-8000-00000000000b',
    });
  });

  it.each(['KIKIDOKI_APP_ID', 'KIKIDOKI_APP_SECRET', 'KIKIDOKI_TENANT_ID', 'KIKIDOKI_PUBLIC_URL'])(
    'refuses credentials without %s: half a set must not become local mode',
    (name) => {
      expect(() => readConfig({ ...credentials, [name]: '' })).toThrow(fault('config.missing', name));
      expect(() => readConfig({ ...credentials, [name]: undefined })).toThrow(fault('config.missing', name));
    },
  );

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PLAYGROUND_PORT', '-1'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['KIKIDOKI_APP_ID', 'not-an-id'],
    ['KIKIDOKI_PUBLIC_URL', 'ftp://kikidoki.example'],
    ['KIKIDOKI_SERVICE_URL', 'nowhere'],
    ['KIKIDOKI_PLAYGROUND', 'maybe'],
    ['KIKIDOKI_LOG_LEVEL', 'loud'],
    ['KIKIDOKI_BOT_FRAMEWORK', '{'],
    ['KIKIDOKI_BOT_FRAMEWORK', '{"a":1}'],
  ])('names %s when it cannot be read (%s), and never its value', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(fault('config.invalid', name));
  });

  it('speaks Japanese in the terminal unless told otherwise', () => {
    expect(terminalLocale({})).toBe('ja');
    expect(terminalLocale({ LANG: 'C.UTF-8' })).toBe('ja');
    expect(terminalLocale({ LANG: 'ja_JP.UTF-8' })).toBe('ja');
    expect(terminalLocale({ LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(terminalLocale({ LANG: 'ja_JP.UTF-8', LC_ALL: 'en_US.UTF-8' })).toBe('en');
  });
});

describe('settings.json', () => {
  const read = (own: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-settings-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'settings.json'), typeof own === 'string' ? own : JSON.stringify(own));
    return readSettings(folder);
  };

  it('may be missing', () => {
    expect(readSettings('/nowhere')).toEqual(defaultSettings());
  });

  it('replaces single keys of a section, and a whole taxonomy', () => {
    const settings = read({ edition: { dueDay: 25 }, kinds: { praise: { ja: '感謝', en: 'Thanks' } } });
    expect(settings.edition).toEqual({ ...defaultSettings().edition, dueDay: 25 });
    expect(Object.keys(settings.kinds)).toEqual(['praise']);
  });

  it.each([
    [{ edition: { dueDay: 31 } }, 'edition.dueDay'],
    [{ calendar: { workingHours: '18:00-09:00' } }, 'calendar.workingHours'],
    [{ calendar: { workingHours: '09:00-25:00' } }, 'calendar.workingHours'],
    [{ dispatch: { callsPerSecond: 500 } }, 'dispatch.callsPerSecond'],
    [{ dispatch: { alertsPerMonth: 9 } }, 'dispatch.alertsPerMonth'],
    [{ listening: { cardUpdateMinutes: 1 } }, 'listening.cardUpdateMinutes'],
    [{ listening: null }, 'listening'],
    [{ kinds: {} }, 'kinds'],
    [{ departmentKinds: {}, callers: {} }, 'callers, departmentKinds'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('%j is refused: %s', (own, where) => {
    expect(() => read(own)).toThrow(expect.objectContaining({ code: 'settings.invalid', values: { where } }));
  });

  it.each([
    [{ colour: 'red' }, 'colour'],
    [{ edition: { dueday: 25 } }, 'edition.dueday'],
  ])('%j is refused, and the key that is none is named: %s', (own, where) => {
    expect(() => read(own)).toThrow(
      expect.objectContaining({ code: 'settings.unknownKey', values: { where } }),
    );
  });

  it.each(['{', '[]', '{"edition": {"dueDay": 25},}', ''])('%j is refused: it is no JSON object', (own) => {
    expect(() => read(own)).toThrow(expect.objectContaining({ code: 'settings.notJson' }));
  });

  it('may begin with the mark that some editors put before it', () => {
    expect(read('\uFEFF{"edition": {"dueDay": 25}}').edition.dueDay).toBe(25);
  });
});
