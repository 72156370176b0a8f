import { codesWhere } from '../../../shared/domain/code-lists.ts';
import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

export interface HomeLine {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly kind: string;
  readonly beds: number | null;
  readonly phone: string | null;
  readonly practice_id: string | null;
  readonly practice: string | null;
  readonly lead_worker_id: string | null;
  readonly lead: string | null;
  readonly ended_on: string | null;
  readonly residents: number;
}

/** Kinds of residence that are care homes: a hostel has a name too. */
const careHomeTypes = codesWhere('residence-type', 'careHome')
  .map((code) => `'${code}'`)
  .join(', ');

/** Living people in use whose residence names the home. To the letter the expression of the index. */
const lives = `p.neighbourhood_id = h.neighbourhood_id AND p.residence ->> 'careHome' = h.name AND p.residence ->> 'careHome' IS NOT NULL
  AND p.voided IS NULL AND p.merged_into IS NULL AND p.death IS NULL`;
const line = `SELECT h.*, n.name AS neighbourhood, r.name AS practice, w.name AS lead,
    (SELECT count(*) FROM people AS p WHERE ${lives}) AS residents
  FROM care_homes AS h LEFT JOIN neighbourhoods AS n ON n.id = h.neighbourhood_id
    LEFT JOIN practices AS r ON r.id = h.practice_id LEFT JOIN workers AS w ON w.id = h.lead_worker_id`;
const inPlaces = sqlStatement<{ places: string }, HomeLine>(
  `${line} WHERE h.neighbourhood_id IN (SELECT value FROM json_each(?)) AND h.ended_on IS NULL ORDER BY h.name, h.id`,
  'places',
);
const closedInPlaces = sqlStatement<{ places: string }, HomeLine>(
  `${line} WHERE h.neighbourhood_id IN (SELECT value FROM json_each(?)) AND h.ended_on IS NOT NULL
   ORDER BY h.ended_on DESC, h.name, h.id`,
  'places',
);
const byId = sqlStatement<{ id: string }, HomeLine>(`${line} WHERE h.id = ?`, 'id');

export interface ElementLine {
  readonly id: string;
  readonly care_home_id: string;
  readonly element: string;
  readonly standing: string;
  readonly note: string | null;
  readonly recorded_at: string;
  readonly recorded_by: string;
}
const elements = sqlStatement<{ homes: string }, ElementLine>(
  `SELECT e.id, e.care_home_id, e.element, e.standing, e.note, e.recorded_at, e.recorded_by
   FROM json_each(?) AS wanted CROSS JOIN care_home_elements AS e ON e.care_home_id = wanted.value
   ORDER BY e.recorded_at DESC, e.id DESC`,
  'homes',
);
const unknown = sqlStatement<
  { places: string },
  { name: string; neighbourhood_id: string; neighbourhood: string | null; residents: number }
>(
  `SELECT p.residence ->> 'careHome' AS name, p.neighbourhood_id, n.name AS neighbourhood, count(*) AS residents
   FROM json_each(?) AS place CROSS JOIN people AS p ON p.neighbourhood_id = place.value
     LEFT JOIN neighbourhoods AS n ON n.id = p.neighbourhood_id
   WHERE p.residence ->> 'careHome' IS NOT NULL AND p.voided IS NULL AND p.merged_into IS NULL AND p.death IS NULL
     AND p.residence ->> 'type' IN (${careHomeTypes})
     AND NOT EXISTS (SELECT 1 FROM care_homes AS h WHERE h.neighbourhood_id = p.neighbourhood_id
       AND h.name = p.residence ->> 'careHome')
   GROUP BY 1, 2 ORDER BY residents DESC, 1 LIMIT 50`,
  'places',
);

export interface ResidentLine {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly nhs_number: string | null;
  readonly tier: string | null;
  readonly last_contact_at: string | null;
  readonly plan_status: string | null;
  readonly review_due_on: string | null;
  readonly away: string | null;
}
const residents = sqlStatement<{ home: string }, ResidentLine>(
  `SELECT p.id, p.name, p.birth, p.nhs_number, c.tier, c.last_contact_at, s.status AS plan_status, s.review_due_on,
     (SELECT kind FROM stays WHERE person_id = p.id AND discharged_on IS NULL AND voided IS NULL
       AND kind IN ('hospital', 'intermediate-care') LIMIT 1) AS away
   FROM care_homes AS h CROSS JOIN people AS p ON ${lives}
     LEFT JOIN caseload AS c ON c.case_id = (
       SELECT case_id FROM caseload WHERE person_id = p.id AND status <> 'closed' ORDER BY opened_on LIMIT 1)
     LEFT JOIN care_plans AS s ON s.id = (SELECT id FROM care_plans WHERE person_id = p.id AND voided IS NULL
       AND status <> 'superseded' ORDER BY version DESC LIMIT 1)
   WHERE h.id = ? ORDER BY p.sort_name, p.id`,
  'home',
);
const naming = sqlStatement<{ neighbourhood: string; named: string }, { id: string; residence: string }>(
  `SELECT id, residence FROM people WHERE neighbourhood_id = ? AND residence ->> 'careHome' = ?
     AND residence ->> 'careHome' IS NOT NULL AND voided IS NULL ORDER BY id`,
  'neighbourhood',
  'named',
);
const practices = sqlStatement<{ places: string }, { id: string; name: string }>(
  `SELECT id, name FROM practices WHERE neighbourhood_id IN (SELECT value FROM json_each(?)) AND ended_on IS NULL ORDER BY name`,
  'places',
);

/** Homes of some neighbourhoods that have not closed, by name. */
export const homesIn = (read: ReadHandle, places: readonly string[]): HomeLine[] =>
  read.all(inPlaces, { places: JSON.stringify(places) });
/** Homes of some neighbourhoods that have closed, the last first. */
export const closedHomesIn = (read: ReadHandle, places: readonly string[]): HomeLine[] =>
  read.all(closedInPlaces, { places: JSON.stringify(places) });
/** A home, or undefined. */
export const findHome = (read: ReadHandle, id: string): HomeLine | undefined => read.get(byId, { id });
/** Everything that was said of the elements of homes, newest first. */
export const elementsOf = (read: ReadHandle, homes: readonly string[]): ElementLine[] =>
  read.all(elements, { homes: JSON.stringify(homes) });
/** Names of homes that residences give and that are not on record. */
export const unknownHomes = (read: ReadHandle, places: readonly string[]) =>
  read.all(unknown, { places: JSON.stringify(places) });
/** Who lives in a home. */
export const residentsOf = (read: ReadHandle, home: string): ResidentLine[] => read.all(residents, { home });
/** People of a neighbourhood whose residence gives this name of a home. */
export const peopleNaming = (read: ReadHandle, neighbourhood: string, named: string) =>
  read.all(naming, { neighbourhood, named });
/** Practices of some neighbourhoods, by name. */
export const practicesIn = (read: ReadHandle, places: readonly string[]) =>
  read.all(practices, { places: JSON.stringify(places) });
