import { z } from 'zod';
import { isMonth, type Prompt } from '../domain/listening/index.ts';
import { type Cli, UsageError } from './cli.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return uuid.test(text);
}

/** Parsers of options and arguments; what cannot be read is a UsageError that shows the form. */
export function valueParsers({ t }: Cli) {
  const fail = (key: string, value: string): never => {
    throw new UsageError(t(`cli.usage.${key}`, { value }));
  };
  return {
    month: (value: string) => (isMonth(value) ? value : fail('month', value)),
    monthOrId: (value: string) => (isMonth(value) || isId(value) ? value : fail('monthOrId', value)),
    day: (value: string) => (z.iso.date().safeParse(value).success ? value : fail('day', value)),
    /** `2026-12-01T09:30`, in the company's time zone. */
    moment: (value: string) =>
      z.iso.datetime({ local: true, offset: false, precision: -1 }).safeParse(value).success
        ? value
        : fail('moment', value),
    list: (value: string) => {
      const entries = value
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean);
      return entries.length > 0 ? entries : fail('list', value);
    },
    reason: (value: string) => value.trim() || fail('reason', value),
    /** `ja|en`, repeatable. */
    prompt: (value: string, before: Prompt[] | undefined): Prompt[] => {
      const [ja, en, ...rest] = value.split(/[||]/).map((part) => part.trim());
      if (!ja || !en || rest.length > 0) return fail('prompt', value);
      return [...(before ?? []), { ja, en }];
    },
  };
}
