import type { oversight as contract } from '../../../shared/contract/oversight.ts';
import { AppError } from '../../../shared/errors.ts';
import { version } from '../../../shared/version.ts';
import type { Services } from '../context.ts';
import { syncedColumns } from '../journal/columns.ts';
import { verifyJournal } from '../journal/verify.ts';
import { auditActions, auditHead, auditKeyOf, searchAudit, verifyAudit } from '../store/audit.ts';
import { readFact } from '../store/facts.ts';
import type { ReadHandle } from '../store/handles.ts';
import { listWorkerNames } from '../store/workers.ts';

export const oversight: Services<typeof contract> = {
  'audit.search': ({ read }, input) => {
    const workers = listWorkerNames(read);
    const names = new Map(workers.map(({ id, name }) => [id, name]));
    const found = searchAudit(read, input);
    return {
      lines: found.slice(0, input.limit).map(({ worker_id, fields, mac, session: _session, ...line }) => ({
        ...line,
        code: mac,
        workerId: worker_id,
        worker: worker_id ? (names.get(worker_id) ?? null) : null,
        fields: fields ? fields.split(',') : [],
      })),
      more: found.length > input.limit,
      head: auditHead(read),
      workers,
      actions: auditActions(read),
    };
  },
  'store.verify': ({ read }) => {
    const journal = verifyJournal(read, syncedColumns(read));
    const audit = verifyAudit(read, auditKeyOf(read));
    const damaged = !isWhole(read);
    return {
      ...journal,
      mismatches: journal.mismatches.slice(0, 1_000).map(({ fields, ...place }) => ({ ...place, fields: [...fields] })),
      hashes: { ...journal.hashes },
      auditLines: audit.lines,
      auditBrokenAt: audit.brokenAt,
      damaged,
      ok: journal.mismatches.length === 0 && audit.brokenAt === null && !damaged,
    };
  },
  'device.about': ({ read }) => ({
    version,
    device: `${readFact(read, 'device') ?? ''}.${readFact(read, 'incarnation') ?? '1'}`,
    createdAt: readFact(read, 'created-at'),
  }),
  'jobs.cancel': ({ engine }, { id }) => ({ found: engine.jobs.cancel(id) }),
};

function isWhole(read: ReadHandle): boolean {
  try {
    read.checkIntegrity(false);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'corrupted') return false;
    throw error;
  }
}
