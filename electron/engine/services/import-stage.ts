import type { QueryContext } from '../context.ts';
import { type Finding, findOnRecord, type OnRecord } from '../imports/find-on-record.ts';
import { isNothingNew, listChanges } from '../imports/list-changes.ts';
import type { ListedPerson, Repeat, SeenRows } from '../imports/list-repeats.ts';
import type { ListFacts } from '../imports/new-record.ts';
import type { Issue, ParsedPerson, PersonReading } from '../imports/parsed-person.ts';
import { type RecordState, recordsOf } from '../store/import-people.ts';
import type { StoredImportRow } from '../store/import-rows.ts';
import { type ListPlaces, mayBringRestricted, mayChange } from './import-places.ts';
import { isRestricted } from './restricted.ts';

/** Everything by which the rows of one list are judged. */
export interface Staging {
  readonly context: QueryContext;
  readonly places: ListPlaces;
  readonly facts: ListFacts;
  readonly seen: SeenRows;
  readonly newId: () => string;
}

/** Somebody whom a row may be: on record, or an earlier row. As `import_rows.candidates` holds it. */
export interface StoredCandidate {
  readonly personId?: string;
  readonly line?: number;
  readonly reasons: readonly string[];
}

/** What a row changes, as `import_rows.changes` holds it: column → before and after, and what is added. */
export interface StoredChanges {
  readonly columns: Readonly<Record<string, readonly [before: string | number | null, after: string | number | null]>>;
  readonly additions: Pick<ParsedPerson, 'conditions' | 'flags' | 'identifiers' | 'relationships'>;
}

/** Says of each row what would happen to it. Rows must come in the order of the file. */
export function stageRows(staging: Staging, readings: readonly PersonReading[]): StoredImportRow[] {
  const { context, facts } = staging;
  const read = readings.map((reading) => withoutRestricted(context, reading));
  const people = read.flatMap(({ person }) => person ?? []);
  const findings = findOnRecord(context.read, people, facts.source);
  const known = findings.flatMap((finding) =>
    finding.kind === 'known'
      ? [finding.personId]
      : finding.kind === 'perhaps' && finding.candidates.length === 1
        ? finding.candidates.map(({ personId }) => personId)
        : [],
  );
  const records = recordsOf(context.read, known);
  const rest = findings.values();
  return read.map((reading) => {
    const finding = reading.person ? rest.next().value : undefined;
    return reading.person && finding
      ? stagePerson(staging, reading, reading.person, finding, records)
      : rowOf(reading.line, 'error', reading.issues);
  });
}

function stagePerson(
  staging: Staging,
  { line, issues }: PersonReading,
  person: ParsedPerson,
  finding: Finding,
  records: ReadonlyMap<string, RecordState>,
): StoredImportRow {
  const text = JSON.stringify(person);
  const record =
    finding.kind === 'known' ? records.get(finding.personId) : alreadySaid(staging, person, finding, records);
  const keys = finding.kind === 'known' ? [] : finding.keys;
  const listed: ListedPerson = { line, person, text, keys, personId: record?.person.id ?? null };
  const repeats = staging.seen.repeatsOf(listed);
  const same = repeats.find(({ identical }) => identical);
  if (same) {
    const issue = warning(`The row says the same as line ${same.line} and was left out`);
    return { ...rowOf(line, 'skip', [...issues, issue]), person: text };
  }
  staging.seen.add(listed);
  if (record) return knownRow(staging, listed, record, repeats, issues);
  const onRecord = finding.kind === 'perhaps' ? finding.candidates : [];
  if (onRecord.length > 0 || repeats.length > 0) return duplicateRow(listed, onRecord, repeats, issues);
  const found = staging.places.forNew(person);
  if ('problem' in found) return { ...rowOf(line, 'error', [...issues, found.problem]), person: text };
  return { ...rowOf(line, 'create', issues), person: text, person_id: staging.newId() };
}

/**
 * The one record that a row without a number is alike to, if it says everything that the row says: then there is nothing
 * to decide, and a list that is imported again asks nothing.
 */
function alreadySaid(
  { context, places, facts }: Staging,
  person: ParsedPerson,
  finding: Finding,
  records: ReadonlyMap<string, RecordState>,
): RecordState | undefined {
  if (finding.kind !== 'perhaps' || finding.candidates.length !== 1) return undefined;
  const record = records.get(finding.candidates[0]?.personId ?? '');
  if (!record || !mayChange(context, record.person)) return undefined;
  return isNothingNew(listChanges(person, record, places.forKnown(person), facts)) ? record : undefined;
}

/** A row about somebody who is certainly on record. */
function knownRow(
  { context, places, facts }: Staging,
  listed: ListedPerson,
  record: RecordState,
  repeats: readonly Repeat[],
  issues: readonly Issue[],
): StoredImportRow {
  const { line, person, text } = listed;
  if (repeats.length > 0) return duplicateRow(listed, [], repeats, issues);
  if (!mayChange(context, record.person)) {
    const reason = 'On record with another team. Open the person with a reason first, or leave the row out.';
    return duplicateRow(listed, [{ personId: record.person.id, reasons: [reason] }], [], issues);
  }
  const place = places.forKnown(person);
  const unknown = person.practiceCode !== undefined && place === null;
  const changes = listChanges(person, record, place, facts);
  const notes = [
    ...changes.notes,
    ...(unknown ? ['The practice is none of those on record: the person stays where they are'] : []),
  ].map(warning);
  const stored = isNothingNew(changes) ? null : JSON.stringify(storedChanges(record, changes));
  return {
    ...rowOf(line, stored ? 'update' : 'same', [...issues, ...notes]),
    person: text,
    person_id: record.person.id,
    changes: stored,
  };
}

/** Changes with what they replace, to be shown. */
export function storedChanges(record: RecordState, changes: ReturnType<typeof listChanges>): StoredChanges {
  const columns = Object.entries(changes.columns).map(([column, after]) => [
    column,
    [record.person[column as keyof RecordState['person']], after],
  ]);
  return { columns: Object.fromEntries(columns), additions: changes.additions };
}

function duplicateRow(
  { line, text }: ListedPerson,
  onRecord: readonly OnRecord[],
  repeats: readonly Repeat[],
  issues: readonly Issue[],
): StoredImportRow {
  const candidates: StoredCandidate[] = [
    ...onRecord.map(({ personId, reasons }) => ({ personId, reasons })),
    ...repeats.map(({ line: earlier, reasons }) => ({ line: earlier, reasons })),
  ];
  return { ...rowOf(line, 'duplicate', issues), person: text, candidates: JSON.stringify(candidates) };
}

function rowOf(line: number, outcome: StoredImportRow['outcome'], issues: readonly Issue[]): StoredImportRow {
  const problems = issues.length > 0 ? JSON.stringify(issues) : null;
  const empty = { decision: null, person_id: null, of_line: null, person: null, changes: null, candidates: null };
  return { line, outcome, problems, ...empty };
}

const warning = (message: string): Issue => ({ severity: 'warning', field: null, column: null, message });

/** Restricted flags of a list are not for those who may not know of them: not even whether somebody has one already. */
function withoutRestricted({ session }: QueryContext, reading: PersonReading): PersonReading {
  const { person } = reading;
  if (!person || mayBringRestricted(session) || !person.flags.some(({ code }) => isRestricted(code))) return reading;
  const flags = person.flags.filter(({ code }) => !isRestricted(code));
  const issue: Issue = {
    severity: 'warning',
    field: 'flags',
    column: null,
    message: 'Your role does not include a flag of this row, which was left out',
  };
  return { ...reading, person: { ...person, flags }, issues: [...reading.issues, issue] };
}
