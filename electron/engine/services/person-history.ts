import type { personPage as contract } from '../../../shared/contract/person-page.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { can } from '../../../shared/domain/permissions.ts';
import type { PersonField } from '../../../shared/domain/person-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import { requireRelation } from '../relationship.ts';
import { personColumns, personFieldNames } from '../store/person-columns.ts';
import {
  auditLinesOf,
  changesOfField,
  changesOfPerson,
  patchesOf,
  type StoredChange,
} from '../store/person-history.ts';
import { placeNames } from '../store/places.ts';
import { workersOf } from '../store/workers.ts';
import { entityWords, fieldLabel, fieldNameOf, isShownInHistory, type Names, storedWords } from './record-words.ts';
import { maySeeFlag } from './restricted.ts';

type Value = string | number | null;
type Patch = Readonly<Record<string, Value>>;
/** Sorts after every change id. */
const end = '~';
/** Ids that tell a reader nothing: which rows hang together is seen from the page. */
const unsaid = new Set(['person_id', 'case_id', 'household_id', 'recorded_by', 'neighbourhood_by_hand']);

/** What became of a record, and who looked at it. */
export const personHistory: Pick<Services<typeof contract>, 'people.history' | 'people.viewers'> = {
  'people.history': (context, { personId, field, before = end, limit }) => {
    const { read, session } = context;
    const seesAll = can(session.roles, 'restricted.read');
    const flags = seesAll ? null : codesOf('flag').filter((code) => maySeeFlag(session, code));
    const changes =
      field === undefined
        ? changesOfPerson(read, { person: personId, flags, before, limit: limit + 1 })
        : changesOfField(read, { person: personId, column: columnOf(field), before, limit: limit + 1 });
    const shown = changes.slice(0, limit);
    const last = shown.at(-1);
    return { entries: entriesOf(context, shown, field), next: changes.length > limit && last ? last.id : null };
  },
  'people.viewers': ({ read, session, now }, { personId, before, limit }) => {
    // A lead looks after own people; the reviewer's task is the whole trail, and it holds nothing of the record.
    if (!session.roles.includes('reviewer')) requireRelation(read, session, { person: personId }, now);
    const lines = auditLinesOf(read, personId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    const shown = lines.slice(0, limit);
    const last = shown.at(-1);
    const worker = workersOf(
      read,
      shown.map(({ worker_id }) => worker_id),
    );
    return {
      entries: shown.map(({ worker_id, fields, ...line }) => ({
        ...line,
        worker: worker(worker_id),
        fields: fields ? fields.split(',') : [],
      })),
      next: lines.length > limit && last ? last.seq : null,
    };
  },
};

function columnOf(field: string): string {
  if (!personFieldNames.includes(field as PersonField))
    throw new AppError('bad-input', 'There is no such field. Open the history again.', [
      { path: 'field', message: 'is not a field of a person' },
    ]);
  return personColumns[field as PersonField].column;
}

function entriesOf({ read }: QueryContext, changes: readonly StoredChange[], only: string | undefined) {
  const bases = changes.map(({ base }) => (base ? (JSON.parse(base) as Record<string, string[]>) : null));
  const earlier = patchesOf(read, [...new Set(bases.flatMap((base) => Object.values(base ?? {}).flat()))]);
  const patches = changes.map(({ patch }) => JSON.parse(patch) as Patch);
  const worker = workersOf(read, [
    ...changes.map(({ actor }) => actor),
    ...patches.flatMap((patch) => workerFields.map((field) => textOf(patch[field]))),
  ]);
  const places = placeNames(read);
  const names: Names = { place: (id) => places.get(id) ?? id, worker: (id) => worker(id)?.name ?? id };
  return changes.map(({ id, entity, device, actor }, i) => {
    const base = bases[i] ?? null;
    const fields = Object.entries(patches[i] ?? {}).filter(
      ([field]) =>
        !unsaid.has(field) &&
        isShownInHistory(entity, field) &&
        (only === undefined || fieldNameOf(entity, field) === only),
    );
    const was = (field: string): Value => {
      const patch = earlier.get(base?.[field]?.[0] ?? '');
      return patch ? ((JSON.parse(patch) as Patch)[field] ?? null) : null;
    };
    return {
      id,
      at: new Date(timeOf(id)).toISOString(),
      by: worker(actor),
      device,
      subject: entityWords[entity] ?? entity,
      created: base === null,
      fields: fields.map(([field, value]) => ({
        field: fieldNameOf(entity, field),
        label: fieldLabel(entity, field),
        from: storedWords(entity, field, was(field), names),
        to: storedWords(entity, field, value, names),
      })),
    };
  });
}

const workerFields = [
  'worker_id',
  'from_worker_id',
  'to_worker_id',
  'proposed_by',
  'asked_by',
  'taken_by',
  'brought_by',
];
const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
