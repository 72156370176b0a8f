import type { merges as contract } from '../../../shared/contract/merges.ts';
import type { PersonField } from '../../../shared/domain/person-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Services } from '../context.ts';
import { requireRelation } from '../relationship.ts';
import { findMerge, type MovableRow, rowsOfPerson } from '../store/merges.ts';
import { findPerson, type StoredPerson } from '../store/people.ts';
import { fieldOf, personColumns, personFieldNames } from '../store/person-columns.ts';
import { currentPerson } from './current-person.ts';
import { differingFields, movedWords, obstaclesTo, warningsAbout } from './merge-preview.ts';
import { personRows } from './person-rows.ts';

/**
 * How a merge is kept, so that it can be undone exactly. The merged record stays as it was and points to the kept one.
 * Whatever belonged to it is handed to the kept record row by row, through the journal, and `before` names each of
 * those rows: so every list, page and rule finds one person without knowing of merges. Undoing hands the same rows
 * back. What was entered since stays with the record on which it was entered.
 */
interface Before {
  /** Column of the kept record → what it held, and what the merge made it. */
  readonly columns: Readonly<Record<string, { readonly was: Stored; readonly became: Stored }>>;
  readonly rows: readonly Pick<MovableRow, 'table' | 'id' | 'column'>[];
}
type Stored = string | number | null;

export const merges: Services<typeof contract> = {
  'people.mergePreview': (context, { keptId, mergedId }) => {
    const [kept, merged] = bothCurrent(context, keptId, mergedId);
    const [keptRow, mergedRow] = personRows(context, [keptId, mergedId]);
    if (!keptRow || !mergedRow) throw new AppError('not-found', 'One of these people is not on this device.');
    const rows = movingRows(context, keptId, mergedId);
    return {
      kept: keptRow,
      merged: mergedRow,
      fields: differingFields(context.read, kept, merged),
      moves: movedWords(rows),
      warnings: warningsAbout(kept, merged),
      obstacles: obstaclesTo(context.read, keptId, rows),
    };
  },
  'people.merge': (context, { keptId, mergedId, choices, reason }) => {
    const { read, journal, session, now } = context;
    const [kept, merged] = bothCurrent(context, keptId, mergedId);
    const rows = movingRows(context, keptId, mergedId);
    const [obstacle] = obstaclesTo(read, keptId, rows);
    if (obstacle) throw new AppError('rule', obstacle);
    const columns = chosenColumns(kept, merged, choices);
    const before: Before = { columns, rows: rows.map(({ table, id, column }) => ({ table, id, column })) };
    const became = Object.entries(columns).map(([column, change]) => [column, change.became]);
    journal.update('people', keptId, Object.fromEntries(became));
    journal.update('people', mergedId, { merged_into: keptId });
    for (const { table, id, column } of rows) journal.update(table, id, { [column]: keptId });
    return {
      mergeId: journal.insert(
        'merges',
        {
          kept_id: keptId,
          merged_id: mergedId,
          before: JSON.stringify(before),
          reason,
          merged_at: now,
          merged_by: session.workerId,
        },
        kept.neighbourhood_id,
      ),
    };
  },
  'people.unmerge': (context, { mergeId, reason }) => {
    const { read, journal, session, now } = context;
    const merge = findMerge(read, mergeId);
    if (!merge) throw new AppError('not-found', 'This merge is not on this device. Open the person again.');
    requireRelation(read, session, { person: merge.kept_id }, now);
    if (merge.undone) throw new AppError('rule', 'This merge was undone already.');
    const kept = findPerson(read, merge.kept_id);
    if (!kept) throw new AppError('not-found', 'The kept record is not on this device.');
    if (kept.merged_into !== null)
      throw new AppError('rule', 'The kept record was itself merged into another later. Undo that merge first.');
    const leftAsTheyAre = handBack(context, merge, kept, JSON.parse(merge.before) as Before);
    journal.update('people', merge.merged_id, { merged_into: null });
    journal.update('merges', mergeId, { undone: JSON.stringify({ by: session.workerId, at: now, reason }) });
    return { keptId: merge.kept_id, mergedId: merge.merged_id, leftAsTheyAre };
  },
};

/** Two records that can be made one. @throws AppError `rule`, `not-found` */
function bothCurrent({ read }: QueryContext, keptId: string, mergedId: string): [StoredPerson, StoredPerson] {
  if (keptId === mergedId) throw new AppError('rule', 'These are one record already. Choose two.');
  return [currentPerson(read, keptId), currentPerson(read, mergedId)];
}

/**
 * The rows of the merged record that go to the kept one: all but those that were voided, those that the kept record
 * already holds in the same words, and bonds between the two, which would be bonds of a person to themselves.
 */
function movingRows({ read }: QueryContext, keptId: string, mergedId: string): MovableRow[] {
  const doubled = new Set(['person_identifiers', 'household_members', 'flags', 'conditions', 'segments']);
  const key = ({ table, what }: MovableRow) => `${table} ${what}`;
  const held = new Set(
    rowsOfPerson(read, keptId)
      .filter(({ table, current }) => current && doubled.has(table))
      .map(key),
  );
  return rowsOfPerson(read, mergedId).filter(
    (row) => !(row.current && held.has(key(row))) && !(row.table === 'relationships' && row.what === keptId),
  );
}

/** The columns of the kept record that take the merged record's value. A number brings its trace status, a practice its neighbourhood. */
function chosenColumns(
  kept: StoredPerson,
  merged: StoredPerson,
  choices: Readonly<Record<string, 'kept' | 'merged'>>,
): Before['columns'] {
  const taken = new Set<keyof StoredPerson>();
  for (const [field, choice] of Object.entries(choices)) {
    if (!personFieldNames.includes(field as PersonField))
      throw new AppError('bad-input', 'There is no such field. Open the comparison again.', [
        { path: `choices.${field}`, message: 'is not a field of a person' },
      ]);
    if (choice === 'merged') taken.add(personColumns[field as PersonField].column);
  }
  if (taken.has('nhs_number')) taken.add('nhs_number_status');
  if (taken.has('practice_id') && kept.neighbourhood_by_hand === 0 && choices.neighbourhoodId !== 'kept')
    taken.add('neighbourhood_id');
  if (taken.has('neighbourhood_id')) taken.add('neighbourhood_by_hand');
  const columns: Record<string, { was: Stored; became: Stored }> = {};
  for (const column of taken)
    if (kept[column] !== merged[column]) columns[column] = { was: kept[column], became: merged[column] };
  return columns;
}

/** Gives rows and fields back; names the fields that were changed since and so stay. */
function handBack(
  { read, journal }: CommandContext,
  { kept_id, merged_id }: { kept_id: string; merged_id: string },
  kept: StoredPerson,
  before: Before,
): string[] {
  const held = new Set(rowsOfPerson(read, kept_id).map(({ table, id, column }) => `${table} ${id} ${column}`));
  for (const { table, id, column } of before.rows)
    if (held.has(`${table} ${id} ${column}`)) journal.update(table, id, { [column]: merged_id });
  const restored: Record<string, Stored> = {};
  const left: string[] = [];
  for (const [column, { was, became }] of Object.entries(before.columns)) {
    if (kept[column as keyof StoredPerson] === became) restored[column] = was;
    else left.push(fieldOf(column) ?? column);
  }
  journal.update('people', kept_id, restored);
  return left;
}
