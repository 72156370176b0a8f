import type { z } from 'zod';
import type { contacts as contract } from '../../../shared/contract/contacts.ts';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import type { FieldValue } from '../journal/change.ts';
import { timeOf } from '../journal/clock.ts';
import { shownHeads } from '../journal/record.ts';
import { unknownWorker, workersById } from '../store/colleagues.ts';
import { contactColumns, contactFieldOf, fieldsOf } from '../store/contact-columns.ts';
import { findContact, findGroup } from '../store/contacts.ts';
import { changesOfRow, contestedFields, type RowChange, valueBefore } from '../store/row-changes.ts';
import { colleaguesOf, contactPersonOf } from './contact-prepare.ts';

type Opened = z.input<(typeof contract)['contacts.open']['output']>;
type Json = z.core.util.JSONType;
type Named = (id: string) => WorkerView;

/** A contact with its history and whatever is contested in it. Void ones can be read too. */
export function openContact({ read, session, today }: QueryContext, { contactId }: { contactId: string }): Opened {
  const row = findContact(read, contactId);
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  const changes = changesOfRow(read, contactId);
  const voided = row.voided === null ? null : (JSON.parse(row.voided) as { by: string; at: string; reason: string });
  const workers = workersById(read, [
    ...changes.flatMap(({ actor, patch }) => [
      actor,
      String(patch.worker_id ?? ''),
      ...idsIn(patch.joint_with ?? null),
    ]),
    row.worker_id,
    ...(voided ? [voided.by] : []),
  ]);
  const worker: Named = (id) => workers.get(id) ?? unknownWorker(id);
  const group = row.group_id === null ? undefined : findGroup(read, row.group_id);
  const own = row.worker_id === session.workerId;
  const { jointWith, ...fields } = fieldsOf(row);
  return {
    contact: {
      id: row.id,
      heads: shownHeads(read, row),
      caseId: row.case_id,
      person: contactPersonOf(read, row.person_id),
      worker: worker(row.worker_id),
      ...fields,
      jointWith: jointWith.map(worker),
      group: group ? { id: group.id, title: group.title, people: group.people ?? 0 } : null,
      voided: voided && { ...voided, by: worker(voided.by).name },
    },
    history: changes.map((change) => historyEntry(changes, change, worker)),
    contested: contestedOf(changes, contestedFields(read, 'contacts', contactId), worker),
    colleagues: colleaguesOf(read, session, today),
    mayAmend: own && voided === null && row.attendance !== null,
    mayVoid: (own || session.roles.includes('lead')) && voided === null,
  };
}

function historyEntry(changes: readonly RowChange[], change: RowChange, worker: Named): Opened['history'][number] {
  const created = change.base === null;
  const fields = created
    ? []
    : Object.keys(change.patch).flatMap((column) => {
        const field = fieldNamed(column);
        if (field === null) return [];
        const words = (value: FieldValue) => shown(column, value, worker);
        return [
          { field, before: words(valueBefore(changes, change, column)), after: words(change.patch[column] ?? null) },
        ];
      });
  return {
    at: new Date(timeOf(change.id)).toISOString(),
    by: worker(change.actor).name,
    what: whatOf(changes, change),
    fields,
  };
}

function whatOf(changes: readonly RowChange[], change: RowChange): Opened['history'][number]['what'] {
  const { patch } = change;
  if (patch.voided) return 'voided';
  if (change.base === null) return patch.attendance ? 'logged' : 'planned';
  const earlier = changes.filter(({ id, patch: before }) => id < change.id && 'attendance' in before);
  const had = earlier.at(-1)?.patch.attendance ?? null;
  if (!('attendance' in patch)) return had === null ? 'replanned' : 'amended';
  if (patch.attendance === null) return 'undone';
  return had === null ? 'logged' : 'amended';
}

function contestedOf(
  changes: readonly RowChange[],
  fields: ReadonlyMap<string, readonly string[]>,
  worker: Named,
): Opened['contested'] {
  return [...fields].flatMap(([column, ids]) => {
    const field = fieldNamed(column);
    const values = ids.flatMap((id) => {
      const change = changes.find((candidate) => candidate.id === id);
      if (!change) return [];
      const value = shown(column, change.patch[column] ?? null, worker);
      return [{ change: id, value, at: new Date(timeOf(id)).toISOString(), by: worker(change.actor).name }];
    });
    return field === null ? [] : [{ field, column, values }];
  });
}

/** What people call a column; null for what they are not shown. */
function fieldNamed(column: string): string | null {
  if (column === 'worker_id') return 'worker';
  if (column === 'case_id') return 'case';
  return contactFieldOf(column) ?? null;
}

/** A stored value for showing: lists and objects read from their JSON, workers by name. */
function shown(column: string, value: FieldValue, worker: Named): Json {
  if (column === 'worker_id') return value === null ? null : worker(String(value)).name;
  if (column === 'joint_with') return idsIn(value).map((id) => worker(id).name);
  const field = contactFieldOf(column);
  if (field === undefined || typeof value !== 'string' || contactColumns[field].as === 'plain') return value;
  return JSON.parse(value) as Json;
}

function idsIn(value: FieldValue): string[] {
  return typeof value === 'string' && value.startsWith('[') ? (JSON.parse(value) as string[]) : [];
}
