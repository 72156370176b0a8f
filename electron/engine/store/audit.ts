import { createHmac } from 'node:crypto';
import { addDays } from '../../../shared/domain/british-date.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import { readFact } from './facts.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlBuilder, sqlStatement } from './statements.ts';

/** One line of the audit trail: what was done by whom to which object; never a value of the record. */
export interface AuditLine {
  readonly at: string;
  readonly device: string;
  readonly worker_id: string | null;
  readonly session: string | null;
  readonly action: string;
  readonly object: string | null;
  /** Comma-separated field names. */
  readonly fields: string | null;
  readonly reason: string | null;
  readonly outcome: string;
}

interface StoredLine extends AuditLine {
  readonly seq: number;
  readonly mac: string;
}

const lastLine = sqlStatement<Record<string, never>, { seq: number; mac: string }>(
  'SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1',
);
const append = sqlStatement<Record<keyof StoredLine, string | number | null>, never>(
  'INSERT INTO audit (seq, at, device, worker_id, session, action, object, fields, reason, outcome, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  'seq',
  'at',
  'device',
  'worker_id',
  'session',
  'action',
  'object',
  'fields',
  'reason',
  'outcome',
  'mac',
);

function macOf(key: Buffer, previous: string, seq: number, line: AuditLine): string {
  const text = JSON.stringify([
    previous,
    seq,
    line.at,
    line.device,
    line.worker_id,
    line.session,
    line.action,
    line.object,
    line.fields,
    line.reason,
    line.outcome,
  ]);
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Adds a line to the chain: its MAC covers the line, its number and the MAC before it. Same transaction as the deed. */
export function appendAudit(write: WriteHandle, key: Buffer, line: AuditLine): void {
  const last = write.get(lastLine, {});
  const seq = (last?.seq ?? 0) + 1;
  write.run(append, { ...line, seq, mac: macOf(key, last?.mac ?? '', seq, line) });
}

/** The newest line's number and MAC: printed or exchanged, they show a trail that was cut short. */
export function auditHead(read: ReadHandle): { seq: number; mac: string } {
  return read.get(lastLine, {}) ?? { seq: 0, mac: '' };
}

export interface AuditCheck {
  readonly lines: number;
  /** Number of the first line that is missing or does not fit, or null when the chain holds. */
  readonly brokenAt: number | null;
}

/** Recomputes the chain from line `from` (1 for all). Checking from later takes that line's predecessor on trust. */
export function verifyAudit(read: ReadHandle, key: Buffer, from = 1): AuditCheck {
  const query = sqlBuilder
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>=', Math.max(1, from - 1))
    .orderBy('seq');
  let lines = 0;
  let previous: { seq: number; mac: string } = { seq: 0, mac: '' };
  let trusted = from > 1;
  for (const line of read.each(query)) {
    lines += 1;
    if (!trusted && (line.seq !== previous.seq + 1 || line.mac !== macOf(key, previous.mac, line.seq, line)))
      return { lines, brokenAt: previous.seq + 1 };
    trusted = false;
    previous = line;
  }
  return { lines, brokenAt: null };
}

/** The key of the chain, kept inside the encrypted store. */
export const auditKeyOf = (read: ReadHandle): Buffer => Buffer.from(readFact(read, 'audit-key') ?? '', 'hex');

interface AuditFilter {
  readonly workerId?: string | undefined;
  readonly object?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Lines with a smaller number only. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Lines that fit, newest first, one more than `limit` when there are more. `from` and `to` are London dates, both included. */
export function searchAudit(read: ReadHandle, filter: AuditFilter): StoredLine[] {
  let query = sqlBuilder
    .selectFrom('audit')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1);
  if (filter.workerId) query = query.where('worker_id', '=', filter.workerId);
  if (filter.object) query = query.where('object', '=', filter.object);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.from) query = query.where('at', '>=', startOfDay(filter.from));
  if (filter.to) query = query.where('at', '<', startOfDay(addDays(filter.to, 1)));
  if (filter.before) query = query.where('seq', '<', filter.before);
  return read.query(query);
}

const actions = sqlStatement<Record<string, never>, { action: string }>(
  'SELECT DISTINCT action FROM audit ORDER BY action',
);

/** Every kind of deed that the trail holds. */
export const auditActions = (read: ReadHandle): string[] => read.all(actions, {}).map(({ action }) => action);
