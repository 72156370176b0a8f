import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** What lists show of people, read for a whole page of ids at once. */
export interface StoredPersonRow {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly nhs_number: string | null;
  readonly nhs_number_status: string | null;
  readonly address: string | null;
  readonly death: string | null;
  readonly practice_id: string | null;
  readonly practice: string | null;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly merged_into: string | null;
}

interface StoredCaseLine {
  readonly person_id: string;
  readonly case_id: string;
  readonly status: string;
  readonly coordinator_id: string | null;
  readonly coordinator: string | null;
}

const peopleByIds = sqlStatement<{ ids: string }, StoredPersonRow>(
  `SELECT p.id, p.name, p.birth, p.nhs_number, p.nhs_number_status, p.address, p.death, p.practice_id,
     practices.name AS practice, p.neighbourhood_id, neighbourhoods.name AS neighbourhood, p.merged_into
   FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value
     LEFT JOIN practices ON practices.id = p.practice_id
     LEFT JOIN neighbourhoods ON neighbourhoods.id = p.neighbourhood_id
   ORDER BY wanted.key`,
  'ids',
);
const casesByPeople = sqlStatement<{ ids: string }, StoredCaseLine>(
  `SELECT c.person_id, c.case_id, c.status, c.coordinator_id, workers.name AS coordinator
   FROM json_each(?) AS wanted CROSS JOIN caseload AS c ON c.person_id = wanted.value
     LEFT JOIN workers ON workers.id = c.coordinator_id
   WHERE c.status <> 'closed'
   ORDER BY c.status = 'proposed', c.opened_on, c.case_id`,
  'ids',
);
const flagsByPeople = sqlStatement<{ ids: string; today: string }, { person_id: string; code: string }>(
  `SELECT f.person_id, f.code FROM json_each(?) AS wanted CROSS JOIN flags AS f ON f.person_id = wanted.value
   WHERE f.voided IS NULL AND (f.ended_on IS NULL OR f.ended_on > ?)`,
  'ids',
  'today',
);

/** People by their ids, in the order of the ids. */
export const peopleOf = (read: ReadHandle, ids: readonly string[]): StoredPersonRow[] =>
  read.all(peopleByIds, { ids: JSON.stringify(ids) });

/** The unfinished cases of people, the one that stands for the person first. */
export const caseLinesOf = (read: ReadHandle, ids: readonly string[]): StoredCaseLine[] =>
  read.all(casesByPeople, { ids: JSON.stringify(ids) });

/** Codes of the flags that hold today, restricted ones included. */
export const flagCodesOf = (
  read: ReadHandle,
  ids: readonly string[],
  today: string,
): { person_id: string; code: string }[] => read.all(flagsByPeople, { ids: JSON.stringify(ids), today });
