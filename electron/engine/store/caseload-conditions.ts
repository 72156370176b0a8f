import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../../shared/domain/british-date.ts';
import { parsePersonQuery } from '../../../shared/domain/person-query.ts';
import type { CaseloadQuery } from './caseload.ts';

type Piece = RawBuilder<unknown>;

/** The index `caseload_due` is of this expression, to the letter: SQLite matches an indexed expression by its form. */
export const dueOn = sql`ifnull(next_due_on, '9999-12-31')`;

const daysOfWeek = 7;

/** The conditions of a view, each of which must hold, beside neighbourhood and status. Lists are alternatives. */
export function caseloadConditions({ filter, today }: CaseloadQuery): Piece[] {
  const all: Piece[] = [];
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values) all.push(sql`+${sql.ref(column)} IN (${sql.join(values)})`);
  };
  oneOf('neighbourhood_id', filter.neighbourhoodIds);
  oneOf('tier', filter.tiers);
  oneOf('practice_id', filter.practiceIds);
  if (filter.coordinatorIds && filter.noCoordinator)
    all.push(sql`(coordinator_id IN (${sql.join(filter.coordinatorIds)}) OR coordinator_id IS NULL)`);
  else if (filter.coordinatorIds) all.push(sql`coordinator_id IN (${sql.join(filter.coordinatorIds)})`);
  else if (filter.noCoordinator) all.push(sql`coordinator_id IS NULL`);
  if (filter.behaviouristId) all.push(sql`behaviourist_id = ${filter.behaviouristId}`);
  if (filter.transferPending) all.push(sql`transfer_to IS NOT NULL`);
  if (filter.missedTwice) all.push(sql`missed_in_row >= 2`);
  if (filter.flags) all.push(holdsOne('flags', filter.flags));
  if (filter.segments) all.push(holdsOne('segments', filter.segments));
  if (filter.caseIds) all.push(sql`case_id IN (SELECT value FROM json_each(${JSON.stringify(filter.caseIds)}))`);
  if (filter.notSeenDays !== undefined) {
    const since = addDays(today, -filter.notSeenDays);
    all.push(sql`(last_contact_at IS NULL OR last_contact_at < ${`${since}T23:59:59.999Z`})`);
  }
  all.push(...dueConditions(filter.due, today), ...searchConditions(filter.search ?? '', today));
  return all;
}

/** Flags and segments are kept as JSON lists of codes, so a quoted code in the text is a code of the list. */
function holdsOne(column: string, codes: readonly string[]): Piece {
  const each = codes.map((code) => sql`instr(${sql.ref(column)}, ${JSON.stringify(code)}) > 0`);
  return sql`(${sql.join(each, sql` OR `)})`;
}

function dueConditions(due: CaseloadQuery['filter']['due'], today: string): Piece[] {
  if (due === 'overdue') return [sql`${dueOn} < ${today}`];
  if (due === 'today') return [sql`${dueOn} = ${today}`];
  if (due === 'week') return [sql`${dueOn} > ${today}`, sql`${dueOn} <= ${addDays(today, daysOfWeek)}`];
  return [];
}

/** Beginnings of names in any order, an NHS number or its beginning, a birth date. */
function searchConditions(search: string, today: string): Piece[] {
  if (search === '') return [];
  const { words, nhsNumber, birthDate } = parsePersonQuery(search, today);
  const all = words.map((word) => sql`instr(words, ${` ${word}`}) > 0`);
  if (nhsNumber)
    all.push(sql`person_id IN (SELECT id FROM people WHERE nhs_number BETWEEN ${nhsNumber} AND ${`${nhsNumber}:`})`);
  if (birthDate) all.push(sql`person_id IN (SELECT id FROM people WHERE birth_date = ${birthDate})`);
  return all;
}
