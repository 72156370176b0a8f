import type { ErrorCode } from '../errors.ts';

/** A failure as it crosses a process boundary. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: unknown;
  /** Reference into the local log, for `internal` only. */
  readonly reference?: string;
}

/** What every call through every host resolves to. Calls never reject. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** What a committed command may have changed; live queries that name one of its topics are fetched again. */
export const topics = [
  'session',
  'people',
  'cases',
  'contacts',
  'plans',
  'assessments',
  'tasks',
  'pathways',
  'checks',
  'stays',
  'feedback',
  'directory',
  'referrals',
  'meetings',
  'safeguarding',
  'drafts',
  'team',
  'imports',
  'views',
  'review',
  'audit',
  'backups',
  'settings',
] as const;
export type Topic = (typeof topics)[number];

/** Long work under way. `total` is null while it is not known. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number | null;
  /** What is counted: "rows", "people". */
  readonly unit: string;
  readonly failure?: Failure;
  /** Nobody asked for it (the daily backup): only its failure is worth a word. */
  readonly unasked?: boolean;
}

/** What the engine tells its host without being asked. */
export type EngineEvent =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | { readonly kind: 'session'; readonly state: 'signed-out' | 'open' | 'locked' }
  | { readonly kind: 'progress'; readonly job: Job };
