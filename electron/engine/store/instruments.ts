import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';
import type { InstrumentResults } from './tables.ts';

/** A sitting as it is stored; `answers`, `safety` and `voided` are JSON text. */
export type ResultRow = InstrumentResults;

const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('instrument_results')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc'),
);
const byId = statement((q, p: { id: string }) => q.selectFrom('instrument_results').selectAll().where('id', '=', p.id));
const openTasks = statement((q, p: { origin: string }) =>
  q
    .selectFrom('tasks')
    .select('id')
    .where('origin_id', '=', p.origin)
    .where('origin_id', 'is not', null)
    .where('origin_kind', '=', 'safety')
    .where('status', '=', 'open')
    .where('voided', 'is', null),
);

/** Every sitting of a person, void ones included, newest first. */
export const resultsOf = (read: ReadHandle, personId: string): ResultRow[] => read.all(ofPerson, { person: personId });

/** A sitting, or undefined. */
export const findResult = (read: ReadHandle, id: string): ResultRow | undefined => read.get(byId, { id });

/** Ids of open tasks that a sitting made. */
export const safetyTasks = (read: ReadHandle, resultId: string): string[] =>
  read.all(openTasks, { origin: resultId }).map(({ id }) => id);
