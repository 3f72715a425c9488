/** What a check found. `broken` makes the doctor end with exit code 1; `unknown`: not looked at. */
export type Health = 'ok' | 'warning' | 'broken' | 'unknown';

/** One line of the doctor's report. */
export interface Finding {
  check: CheckName;
  health: Health;
  /** Key below `cli.doctor.found`: what was found. */
  found: string;
  /** Key below `cli.doctor.mend`: what to do about it. */
  mend?: string;
  /** Values for the words of both. Never a secret, never content. */
  values?: Record<string, string | number>;
}

export type CheckName =
  | 'configuration'
  | 'settings'
  | 'database'
  | 'migrations'
  | 'directory'
  | 'storage'
  | 'teams'
  | 'publicUrl'
  | 'clock'
  | 'server'
  | 'sending';
