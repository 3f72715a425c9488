import type { InsightFields } from '../../edges/http/contract/discussion.ts';
import { ApiError } from '../session/apiError.ts';

/** What could not be sent is sent again after so long. */
const AGAIN_AFTER_MS = 5000;

export type DraftStatus =
  | { status: 'empty' | 'unsaved' | 'saving' | 'saved' | 'offline' }
  /** The server says why. */
  | { status: 'refused'; message: string }
  /** It was revealed meanwhile: what was written since is still here, as a new insight. */
  | { status: 'revealed' };

export type Draft = { id: string; fields: InsightFields } & DraftStatus;

type Parts = {
  id: string;
  fields: InsightFields;
  isSaved: boolean;
  newId(): string;
  save(id: string, fields: InsightFields): Promise<unknown>;
  takeBack(id: string): Promise<unknown>;
  onChange(draft: Draft): void;
};

/** Nothing was written or ticked. */
export function isEmptyInsight({ why, felt, change, feelings }: InsightFields): boolean {
  return feelings.length === 0 && [why, felt, change].every((text) => text.trim() === '');
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

/**
 * Keeps what somebody writes until they press: a reveal shows nothing that its writer has not finished. It is saved
 * under the page's own id, so that saving twice is saving once; what did not arrive is sent again.
 */
export function createDraftKeeper(parts: Parts) {
  let { id, fields, isSaved } = parts;
  let isDirty = !isSaved && !isEmptyInsight(fields);
  let status: DraftStatus = { status: isSaved ? 'saved' : isDirty ? 'unsaved' : 'empty' };
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(next: DraftStatus): void {
    status = next;
    parts.onChange({ id, fields, ...status });
  }

  async function send(): Promise<void> {
    const sent = fields;
    isDirty = false;
    say({ status: 'saving' });
    try {
      if (isEmptyInsight(sent)) {
        if (isSaved) await parts.takeBack(id);
        isSaved = false;
        id = parts.newId();
      } else {
        await parts.save(id, sent);
        isSaved = true;
      }
      say({ status: isDirty ? 'unsaved' : isSaved ? 'saved' : 'empty' });
    } catch (error) {
      isDirty = true;
      failed(error);
    }
  }

  function failed(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'discussion.insightGone') {
      id = parts.newId();
      isSaved = false;
      say({ status: 'revealed' });
    } else if (error.status >= 400 && error.status < 500 && error.status !== 401) {
      say({ status: 'refused', message: error.message });
    } else {
      say({ status: 'offline' });
      timer = setTimeout(() => void save(), AGAIN_AFTER_MS);
    }
  }

  /** True when everything that was written has arrived. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    while (sending) await sending;
    if (isDirty) {
      sending = send().finally(() => {
        sending = null;
      });
      await sending;
    }
    return !isDirty;
  }

  return {
    draft: (): Draft => ({ id, fields, ...status }),
    change(next: Partial<InsightFields>): void {
      fields = { ...fields, ...next };
      isDirty = isSaved || !isEmptyInsight(fields);
      // What was revealed meanwhile, and what waits for the line, stays said until it is sent.
      const stays = status.status === 'revealed' || status.status === 'offline';
      say(stays ? status : { status: isDirty ? 'unsaved' : 'empty' });
    },
    /** Sends it; resolves when the server answered. */
    save,
    stop(): void {
      clearTimeout(timer);
    },
  };
}
