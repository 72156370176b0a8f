import { nameMatch } from '../../../electron/engine/derived/people-search.ts';
import { orderedFlagCodes } from '../../../electron/engine/services/restricted.ts';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { displayAge } from '../../../shared/domain/age.ts';
import { nameSearchWords } from '../../../shared/domain/name.ts';
import { parsePersonQuery } from '../../../shared/domain/person-query.ts';
import type { Desk } from './desk.ts';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly sort_name: string;
}
type Stored = Record<string, string | number | null>;

/** No search looks at more people than this; the product's own bound. */
const most = 300;
const shown = 20;

/** The first twenty people who fit what was typed, own cases first, with what a list shows of each. */
export function findFloor(desk: Desk) {
  const { database, worker, today } = desk;
  const places = desk.neighbourhoods.map((neighbourhoodId) => ({ neighbourhoodId }));
  const byWords = database.prepare<[string]>(
    `SELECT p.id, p.name, p.sort_name FROM (SELECT rowid AS number FROM people_search WHERE people_search MATCH ? LIMIT ${most}) AS f
     CROSS JOIN people AS p ON p.number = f.number`,
  );
  const byNumber = database.prepare<[string, string]>(
    `SELECT id, name, sort_name FROM people WHERE nhs_number BETWEEN ? AND ? AND merged_into IS NULL AND voided IS NULL LIMIT ${most}`,
  );
  const known = database.prepare<[string, string, string, string]>(
    `SELECT p.id, p.name, p.sort_name FROM (
       SELECT c.person_id FROM case_roles AS r CROSS JOIN cases AS c ON c.id = r.case_id
         WHERE r.worker_id = ? AND r.ended_at IS NULL AND r.voided IS NULL AND c.status <> 'closed'
       UNION SELECT c.person_id FROM transfers AS t CROSS JOIN cases AS c ON c.id = t.case_id
         WHERE t.to_worker_id = ? AND t.answer IS NULL
       UNION SELECT person_id FROM break_glass WHERE worker_id = ? AND expires_at > ?
     ) AS k CROSS JOIN people AS p ON p.id = k.person_id WHERE p.merged_into IS NULL AND p.voided IS NULL`,
  );
  const rows = database.prepare<[string]>(
    `SELECT p.id, p.name, p.birth, p.nhs_number, p.nhs_number_status, p.address, p.death, p.practice_id, r.name AS practice,
       p.neighbourhood_id, n.name AS neighbourhood
     FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value
       LEFT JOIN practices AS r ON r.id = p.practice_id LEFT JOIN neighbourhoods AS n ON n.id = p.neighbourhood_id
     ORDER BY wanted.key`,
  );
  const cases = database.prepare<[string]>(
    `SELECT l.person_id, l.case_id, l.status, l.coordinator_id, w.name AS coordinator
     FROM json_each(?) AS wanted CROSS JOIN caseload AS l ON l.person_id = wanted.value
       LEFT JOIN workers AS w ON w.id = l.coordinator_id
     WHERE l.status <> 'closed' ORDER BY l.status <> 'proposed', l.opened_on DESC, l.case_id DESC`,
  );
  const flags = database.prepare<[string]>(
    `SELECT f.person_id, f.code FROM json_each(?) AS wanted CROSS JOIN flags AS f ON f.person_id = wanted.value
     WHERE f.voided IS NULL AND (f.ended_on IS NULL OR f.ended_on > '${today}')`,
  );
  return (text: string) => {
    const query = parsePersonQuery(text, today);
    const own = known.all(worker, worker, worker, new Date().toISOString()) as Candidate[];
    const first = new Set(own.map(({ id }) => id));
    const found = (
      query.nhsNumber === undefined
        ? [...byWords.all(nameMatch(query.words, places)), ...own]
        : byNumber.all(query.nhsNumber, `${query.nhsNumber}\uffff`)
    ) as Candidate[];
    const ranked = new Map<string, { id: string; own: boolean; exact: number; sort: string }>();
    for (const { id, name, sort_name } of found) {
      if (ranked.has(id)) continue;
      const parts = nameSearchWords(JSON.parse(name));
      if (!query.words.every((word) => parts.some((part) => part.startsWith(word)))) continue;
      const exact = query.words.filter((word) => parts.includes(word)).length;
      ranked.set(id, { id, own: first.has(id), exact, sort: sort_name });
    }
    const order = [...ranked.values()].sort(
      (a, b) => Number(b.own) - Number(a.own) || b.exact - a.exact || less(a.sort, b.sort) || less(a.id, b.id),
    );
    const ids = JSON.stringify(order.slice(0, shown).map(({ id }) => id));
    // The last of a person's lines stands: they come with the one that counts at the end.
    const caseOf = new Map((cases.all(ids) as Stored[]).map((line) => [line.person_id, line]));
    const flagsOf = Map.groupBy(flags.all(ids) as { person_id: string; code: string }[], (flag) => flag.person_id);
    return {
      rows: (rows.all(ids) as Stored[]).map((row) =>
        rowOf(row, caseOf.get(row.id ?? null), flagsOf.get(String(row.id)) ?? [], today),
      ),
    };
  };
}

const less = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const json = (text: unknown) => (text === null ? null : JSON.parse(String(text)));

function rowOf(row: Stored, line: Stored | undefined, flags: readonly { code: string }[], today: string): PersonRow {
  const { sort: _, ...name } = json(row.name);
  const birth = json(row.birth);
  const death = json(row.death);
  const address = json(row.address);
  return {
    id: row.id,
    limited: false,
    name,
    age:
      birth === null || (death !== null && death.date === undefined)
        ? null
        : displayAge(birth.date ?? birth.year ?? null, today, death?.date ?? null),
    neighbourhood: { id: row.neighbourhood_id, name: row.neighbourhood },
    birth,
    nhsNumber: row.nhs_number,
    nhsNumberStatus: row.nhs_number_status,
    address: [...(address?.lines ?? []), address?.postcode].filter(Boolean).join(', ') || null,
    practice: row.practice_id === null ? null : { id: row.practice_id, name: row.practice },
    case: line
      ? {
          id: line.case_id,
          status: line.status,
          coordinator: line.coordinator_id === null ? null : { id: line.coordinator_id, name: line.coordinator },
        }
      : null,
    deceased: row.death !== null,
    flags: orderedFlagCodes(flags),
  } as PersonRow;
}
