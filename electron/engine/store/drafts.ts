import type { Draft } from '../../../shared/contract/drafts.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

/** Which draft: each form of a worker has one per thing that it is about. */
export interface DraftKey {
  readonly worker: string;
  readonly kind: string;
  readonly key: string;
}

const byKey = statement((q, p: { worker: string; kind: string; key: string }) =>
  q
    .selectFrom('drafts')
    .select(['body', 'updated_at'])
    .where('worker_id', '=', p.worker)
    .where('kind', '=', p.kind)
    .where('key', '=', p.key),
);
const ofWorker = statement((q, p: { worker: string }) =>
  q
    .selectFrom('drafts')
    .select(['kind', 'key', 'updated_at'])
    .where('worker_id', '=', p.worker)
    .orderBy('updated_at', 'desc'),
);
const put = sqlStatement<{ worker: string; kind: string; key: string; body: string; at: string }, never>(
  `INSERT INTO drafts (worker_id, kind, key, body, updated_at) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (worker_id, kind, key) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
  'worker',
  'kind',
  'key',
  'body',
  'at',
);
const drop = statement((q, p: { worker: string; kind: string; key: string }) =>
  q.deleteFrom('drafts').where('worker_id', '=', p.worker).where('kind', '=', p.kind).where('key', '=', p.key),
);

/** A worker's draft, or null. */
export function findDraft(read: ReadHandle, key: DraftKey): Draft | null {
  const found = read.get(byKey, { ...key });
  return found ? { body: JSON.parse(found.body) as Draft['body'], updatedAt: found.updated_at } : null;
}

/** A worker's drafts without their text, newest first. */
export function listDrafts(read: ReadHandle, worker: string): { kind: string; key: string; updatedAt: string }[] {
  return read.all(ofWorker, { worker }).map(({ kind, key, updated_at }) => ({ kind, key, updatedAt: updated_at }));
}

/** Keeps a draft, replacing the one before. */
export function saveDraft(write: WriteHandle, key: DraftKey, body: Draft['body'], at: string): void {
  write.run(put, { ...key, body: JSON.stringify(body), at });
}

/** Forgets a draft; the number forgotten. */
export const dropDraft = (write: WriteHandle, key: DraftKey): number => write.run(drop, { ...key });
