import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { findOnRecord } from '../imports/find-on-record.ts';
import { isNothingNew, listChanges } from '../imports/list-changes.ts';
import { type Additions, additionsOf, type ListFacts, newPersonRow } from '../imports/new-record.ts';
import type { ParsedPerson } from '../imports/parsed-person.ts';
import type { Journal } from '../journal/record.ts';
import { type RecordState, recordsOf } from '../store/import-people.ts';
import { rowsByLines, type StoredImportRow } from '../store/import-rows.ts';
import type { ListPlaces } from './import-places.ts';

/** What the rows of one import are written with. */
export interface Applying {
  readonly context: QueryContext;
  readonly importId: string;
  readonly places: ListPlaces;
  readonly facts: ListFacts;
  /** Whether somebody changed people since the preview, so that new ones are looked for once more. */
  readonly recheck: boolean;
  /** Ids of the people that this import made. */
  readonly made: Set<string>;
}

/** What became of the rows of a batch. */
export interface Applied {
  create: number;
  update: number;
  same: number;
  left: number;
}

const changedMeanwhile =
  'People of this list were registered or changed by somebody else since it was gone through. Go through the list again; nothing was imported.';

/**
 * Writes a batch of rows, in the order of the file, as they were decided. Records are compared anew, so that what was
 * changed since the preview is not overwritten with what it was before.
 * @throws AppError `conflict`, `rule`; the caller's transaction is undone
 */
export function applyRows(applying: Applying, journal: Journal, rows: readonly StoredImportRow[]): Applied {
  const applied: Applied = { create: 0, update: 0, same: 0, left: 0 };
  const creating = rows.filter(isCreated);
  if (applying.recheck) requireStillNew(applying, creating);
  for (const row of creating) create(applying, journal, row);
  applied.create = creating.length;
  const updating = rows.filter(isUpdated);
  const records = recordsOf(
    applying.context.read,
    updating.flatMap((row) => row.person_id ?? []),
  );
  for (const row of updating) {
    const isChanged = update(applying, journal, row, records);
    applied[isChanged ? 'update' : 'same'] += 1;
  }
  applied.same += rows.filter(({ outcome }) => outcome === 'same').length;
  applied.left = rows.length - applied.create - applied.update - applied.same;
  return applied;
}

const isCreated = ({ outcome, decision }: StoredImportRow): boolean =>
  (outcome === 'create' && decision !== 'skip') || (outcome === 'duplicate' && decision === 'create');

const isUpdated = ({ outcome, decision }: StoredImportRow): boolean =>
  (outcome === 'update' && decision !== 'skip') || (outcome === 'duplicate' && decision === 'link');

const personOf = ({ person }: StoredImportRow): ParsedPerson => JSON.parse(person ?? '{}') as ParsedPerson;

/** Rows that were new at the preview must still be of nobody on record. Those of this import itself do not count. */
function requireStillNew({ context, facts, made }: Applying, rows: readonly StoredImportRow[]): void {
  const people = rows.filter(({ outcome }) => outcome === 'create').map(personOf);
  for (const finding of findOnRecord(context.read, people, facts.source)) {
    const found =
      finding.kind === 'known'
        ? [finding.personId]
        : finding.kind === 'perhaps'
          ? finding.candidates.map(({ personId }) => personId)
          : [];
    if (found.some((id) => !made.has(id))) throw new AppError('conflict', changedMeanwhile);
  }
}

function create({ context, places, facts, made }: Applying, journal: Journal, row: StoredImportRow): void {
  const person = personOf(row);
  const found = places.forNew(person);
  if ('problem' in found) throw new AppError('conflict', changedMeanwhile);
  const id = row.person_id ?? undefined;
  const scope = found.place.neighbourhoodId;
  const personId = journal.insert('people', { ...newPersonRow(person, found.place, facts), ...(id && { id }) }, scope);
  made.add(personId);
  addEntries(context, journal, personId, scope, additionsOf(person, facts), facts);
}

/** Whether the record was changed. */
function update(
  applying: Applying,
  journal: Journal,
  row: StoredImportRow,
  records: ReadonlyMap<string, RecordState>,
): boolean {
  const { context, places, facts } = applying;
  const person = personOf(row);
  const record = row.of_line === null ? records.get(row.person_id ?? '') : recordOfLine(applying, row);
  if (!record || record.person.voided !== null || record.person.merged_into !== null)
    throw new AppError('conflict', changedMeanwhile);
  const changes = listChanges(person, record, places.forKnown(person), facts);
  if (isNothingNew(changes)) return false;
  const { id, neighbourhood_id } = record.person;
  journal.update('people', id, changes.columns);
  addEntries(context, journal, id, neighbourhood_id, changes.additions, facts);
  return true;
}

/** The record that an earlier row of the file has become by now. */
function recordOfLine({ context, importId }: Applying, row: StoredImportRow): RecordState | undefined {
  const [earlier] = rowsByLines(context.read, importId, [row.of_line ?? 0]);
  const isIn = earlier && (isCreated(earlier) || isUpdated(earlier) || earlier.outcome === 'same');
  if (!earlier || !isIn || earlier.person_id === null)
    throw new AppError(
      'rule',
      `Line ${row.line} was joined to line ${row.of_line}, which is not imported. Decide about line ${row.line} again.`,
    );
  return recordsOf(context.read, [earlier.person_id]).get(earlier.person_id);
}

function addEntries(
  { session, today }: QueryContext,
  journal: Journal,
  person_id: string,
  scope: string,
  { conditions, flags, identifiers, relationships }: Additions,
  { source }: ListFacts,
): void {
  for (const { code, on } of conditions)
    journal.insert('conditions', { person_id, code, diagnosed_on: on ?? null, source }, scope);
  for (const { code, on } of flags)
    journal.insert('flags', { person_id, code, started_on: on ?? today, recorded_by: session.workerId }, scope);
  for (const { system, value } of identifiers)
    journal.insert('person_identifiers', { person_id, system, value }, scope);
  for (const { kind, name, phone, emergencyContact } of relationships)
    journal.insert(
      'relationships',
      { person_id, kind, other_name: name, other_phone: phone ?? null, emergency_contact: emergencyContact ? 1 : 0 },
      scope,
    );
}
