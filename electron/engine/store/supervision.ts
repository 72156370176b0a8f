import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { SupervisionCases } from './tables.ts';

/** A case that was brought to supervision, as it is stored; `review` and `voided` are JSON text. */
export type SupervisionRow = SupervisionCases;

const byWorker = statement((q, p: { worker: string }) =>
  q
    .selectFrom('supervision_cases')
    .selectAll()
    .where('brought_by', '=', p.worker)
    .where('voided', 'is', null)
    .orderBy('brought_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200),
);
const inPlaces = sqlStatement<{ places: string }, SupervisionRow>(
  `SELECT * FROM supervision_cases WHERE scope IN (SELECT value FROM json_each(?)) AND voided IS NULL
   ORDER BY brought_on DESC, id DESC LIMIT 200`,
  'places',
);
const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('supervision_cases')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('brought_on', 'desc')
    .orderBy('id', 'desc'),
);
const byId = statement((q, p: { id: string }) => q.selectFrom('supervision_cases').selectAll().where('id', '=', p.id));

/** Cases that a worker brought, newest first, at most 200. */
export const broughtBy = (read: ReadHandle, worker: string): SupervisionRow[] => read.all(byWorker, { worker });

/** Cases brought in these neighbourhoods, newest first, at most 200. */
export const broughtIn = (read: ReadHandle, places: readonly string[]): SupervisionRow[] =>
  read.all(inPlaces, { places: JSON.stringify(places) });

/** Every time that a person's case was brought, newest first. */
export const broughtAbout = (read: ReadHandle, person: string): SupervisionRow[] => read.all(ofPerson, { person });

/** A case that was brought, or undefined. */
export const findSupervision = (read: ReadHandle, id: string): SupervisionRow | undefined => read.get(byId, { id });
