import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const neighbourhoods = statement((q, _: Record<string, never>) =>
  q
    .selectFrom('neighbourhoods')
    .innerJoin('localities', 'localities.id', 'neighbourhoods.locality_id')
    .select(['neighbourhoods.id', 'neighbourhoods.name', 'localities.name as locality', 'naming'])
    .where('neighbourhoods.ended_on', 'is', null)
    .orderBy('neighbourhoods.name'),
);
const practices = statement((q, _: Record<string, never>) =>
  q
    .selectFrom('practices')
    .select(['id', 'ods_code', 'name', 'neighbourhood_id'])
    .where('ended_on', 'is', null)
    .orderBy('name'),
);
const practiceById = statement((q, p: { id: string }) => q.selectFrom('practices').selectAll().where('id', '=', p.id));
const neighbourhoodById = statement((q, p: { id: string }) =>
  q.selectFrom('neighbourhoods').select(['id', 'name']).where('id', '=', p.id),
);

/** Neighbourhoods in use, by name. */
export const listNeighbourhoods = (read: ReadHandle) => read.all(neighbourhoods, {});
/** Practices in use, by name. */
export const listPractices = (read: ReadHandle) => read.all(practices, {});
/** One practice. */
export const findPractice = (read: ReadHandle, id: string) => read.get(practiceById, { id });
/** One neighbourhood. */
export const findNeighbourhood = (read: ReadHandle, id: string) => read.get(neighbourhoodById, { id });

const everyName = sqlStatement<Record<string, never>, { id: string; name: string }>(
  'SELECT id, name FROM neighbourhoods UNION ALL SELECT id, name FROM practices',
);
/** Names of all neighbourhoods and practices there ever were, by id. */
export const placeNames = (read: ReadHandle): ReadonlyMap<string, string> =>
  new Map(read.all(everyName, {}).map(({ id, name }) => [id, name]));

const practicesByIds = sqlStatement<{ ids: string }, { practiceId: string; neighbourhoodId: string }>(
  `SELECT p.id AS practiceId, p.neighbourhood_id AS neighbourhoodId
   FROM json_each(?) AS wanted CROSS JOIN practices AS p ON p.id = wanted.value`,
  'ids',
);
/** Practices with their neighbourhoods. */
export const practicePlaces = (read: ReadHandle, ids: readonly string[]) =>
  ids.length === 0 ? [] : read.all(practicesByIds, { ids: JSON.stringify(ids) });
