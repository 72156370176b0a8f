import type { Desk } from './desk.ts';

type Row = Record<string, string | number | null>;
const shownEntries = 30;

/** Everything that the page of a person shows, read by one statement for each table, with the audit line of the read. */
export function openFloor(desk: Desk) {
  const all = (sql: string) => {
    const statement = desk.database.prepare(sql);
    return (...values: unknown[]) => statement.all(...values) as Row[];
  };
  const person = all(
    `SELECT p.*, n.name AS neighbourhood, r.name AS practice, h.name AS residence_neighbourhood FROM people AS p
     LEFT JOIN neighbourhoods AS n ON n.id = p.neighbourhood_id LEFT JOIN practices AS r ON r.id = p.practice_id
     LEFT JOIN neighbourhoods AS h ON h.id = p.residence_neighbourhood_id WHERE p.id = ?`,
  );
  const author = (column: string) =>
    `LEFT JOIN workers AS w ON w.id = ${column} LEFT JOIN organisations AS o ON o.id = w.organisation_id`;
  const flags = all(
    `SELECT f.*, w.name AS by FROM flags AS f LEFT JOIN workers AS w ON w.id = f.recorded_by WHERE f.person_id = ? AND f.voided IS NULL`,
  );
  const conditions = all('SELECT * FROM conditions WHERE person_id = ? AND voided IS NULL');
  const segments = all('SELECT * FROM segments WHERE person_id = ? AND voided IS NULL');
  const identifiers = all('SELECT * FROM person_identifiers WHERE person_id = ? AND voided IS NULL');
  const sharing = all(
    `SELECT s.*, o.name AS organisation, w.name AS by FROM sharing_decisions AS s
     LEFT JOIN organisations AS o ON o.id = s.organisation_id LEFT JOIN workers AS w ON w.id = s.recorded_by
     WHERE s.person_id = ? AND s.voided IS NULL`,
  );
  const relationships = all(
    `SELECT r.*, p.name, p.birth, p.death FROM relationships AS r LEFT JOIN people AS p ON p.id = r.other_person_id
     WHERE r.person_id = ? AND r.voided IS NULL
     UNION ALL SELECT r.*, p.name, p.birth, p.death FROM relationships AS r LEFT JOIN people AS p ON p.id = r.person_id
     WHERE r.other_person_id = ? AND r.voided IS NULL`,
  );
  const household = all(
    `SELECT h.label, m.*, p.name, p.birth, p.death
     FROM (SELECT household_id FROM household_members WHERE person_id = ? AND ended_on IS NULL AND voided IS NULL
           ORDER BY started_on DESC, id DESC LIMIT 1) AS own
       CROSS JOIN households AS h ON h.id = own.household_id
       CROSS JOIN household_members AS m ON m.household_id = h.id CROSS JOIN people AS p ON p.id = m.person_id
     WHERE m.ended_on IS NULL AND m.voided IS NULL`,
  );
  const cases = all(
    `SELECT k.*, c.next_due_on, c.explanation, n.name AS neighbourhood, w.name AS coordinator, o.name AS organisation
     FROM cases AS k LEFT JOIN caseload AS c ON c.case_id = k.id LEFT JOIN neighbourhoods AS n ON n.id = k.neighbourhood_id
     ${author('c.coordinator_id')} WHERE k.person_id = ?`,
  );
  const roles = all(
    `SELECT r.*, w.name AS worker, o.name AS organisation FROM cases AS k CROSS JOIN case_roles AS r ON r.case_id = k.id
     ${author('r.worker_id')} WHERE k.person_id = ? AND r.voided IS NULL`,
  );
  const transfers = all(
    `SELECT t.*, w.name AS worker FROM cases AS k CROSS JOIN transfers AS t ON t.case_id = k.id
     LEFT JOIN workers AS w ON w.id = t.proposed_by WHERE k.person_id = ?`,
  );
  const steps = all(
    `SELECT c.id, c.row, c.patch, w.name AS by FROM cases AS k CROSS JOIN changes AS c ON c.row = k.id
     LEFT JOIN workers AS w ON w.id = c.actor WHERE k.person_id = ? AND c.patch ->> 'state' IS NOT NULL`,
  );
  const contacts = all(
    `SELECT c.id, c.case_id, c.starts_at, c.minutes, c.mechanism, c.attendance, c.purpose, c.note, c.voided, g.title,
       w.id AS worker_id, w.name AS worker, w.job, o.name AS organisation
     FROM contacts AS c LEFT JOIN group_sessions AS g ON g.id = c.group_id ${author('c.worker_id')}
     WHERE c.person_id = ? AND c.starts_at <= ? ORDER BY c.starts_at DESC, c.id DESC LIMIT ${shownEntries + 1}`,
  );
  const seen = all(
    `SELECT c.worker_id, count(*) AS contacts, max(c.starts_at) AS last_at, w.name AS worker, o.name AS organisation
     FROM contacts AS c ${author('c.worker_id')}
     WHERE c.person_id = ? AND c.starts_at <= ? AND c.voided IS NULL AND c.attendance IN ('5', '6')
     GROUP BY c.worker_id`,
  );
  const next = all(
    `SELECT id, starts_at, mechanism, worker_id FROM contacts
     WHERE person_id = ? AND starts_at > ? AND voided IS NULL AND attendance IS NULL ORDER BY starts_at LIMIT 1`,
  );
  const heads = all('SELECT field, change, contested FROM heads WHERE row = ?');
  const merges = all(
    `SELECT m.*, p.name FROM merges AS m CROSS JOIN people AS p ON p.id = m.merged_id WHERE m.kept_id = ? AND m.undone IS NULL`,
  );
  return (id: string) => {
    const now = new Date().toISOString();
    return desk.write(() => {
      const page = {
        person: parsed(person(id)[0] ?? {}),
        flags: flags(id),
        conditions: conditions(id),
        segments: segments(id),
        identifiers: identifiers(id),
        sharing: sharing(id),
        relationships: relationships(id, id).map(parsed),
        household: household(id).map(parsed),
        cases: cases(id).map(parsed),
        roles: roles(id),
        transfers: transfers(id),
        steps: steps(id).map(parsed),
        contacts: contacts(id, now),
        seen: seen(id, now),
        next: next(id, now),
        heads: heads(id),
        merges: merges(id),
      };
      desk.audit('person-opened', id, now);
      return page;
    });
  };
}

/** The JSON columns of a row taken apart. */
function parsed(row: Row): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...row };
  for (const name in copy) {
    const value = copy[name];
    if (typeof value === 'string' && value.startsWith('{')) copy[name] = JSON.parse(value);
  }
  return copy;
}
