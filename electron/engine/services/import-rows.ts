import type { z } from 'zod';
import type { ImportRow } from '../../../shared/contract/import-view.ts';
import type { imports as contract } from '../../../shared/contract/imports.ts';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import { codeLabel } from '../../../shared/domain/code-lists.ts';
import { personFieldLabels, personFieldWords } from '../../../shared/domain/person-words.ts';
import type { QueryContext } from '../context.ts';
import { listChanges } from '../imports/list-changes.ts';
import type { ParsedPerson } from '../imports/parsed-person.ts';
import { recordsOf } from '../store/import-people.ts';
import { pageOfRows, rowsAfter, rowsByLines, type StoredImportRow, tallyRows } from '../store/import-rows.ts';
import type { StoredImport, StoredMapping } from '../store/imports.ts';
import { fieldOf, fieldValue } from '../store/person-columns.ts';
import { listPractices, placeNames } from '../store/places.ts';
import { placesOfList } from './import-places.ts';
import { type StoredCandidate, type StoredChanges, storedChanges } from './import-stage.ts';
import { requireImport } from './import-view.ts';
import { personRows } from './person-rows.ts';
import { maySeeFlag } from './restricted.ts';

type Asked = z.output<(typeof contract)['imports.rows']['input']>;

/** A page of the rows of an import, in words. */
export function rowsOfImport(context: QueryContext, { importId, outcome, offset, limit }: Asked) {
  const { read } = context;
  const stored = requireImport(context, importId);
  const { counts } = tallyRows(read, importId);
  const { undecided: _, ...byOutcome } = counts;
  const total = outcome ? counts[outcome] : Object.values(byOutcome).reduce((sum, count) => sum + count, 0);
  const rows = outcome
    ? pageOfRows(read, importId, outcome, offset, limit)
    : rowsAfter(read, importId, lineBefore(context, importId, offset), limit);
  return { total, rows: inWords(context, stored, rows) };
}

/** The line after which the row at an offset of the whole file comes. */
function lineBefore({ read }: QueryContext, importId: string, offset: number): number {
  let line = 0;
  for (let left = offset; left > 0; ) {
    const passed = rowsAfter(read, importId, line, Math.min(left, 1000));
    const last = passed.at(-1);
    if (!last) return Number.MAX_SAFE_INTEGER;
    line = last.line;
    left -= passed.length;
  }
  return line;
}

function inWords(context: QueryContext, stored: StoredImport, rows: readonly StoredImportRow[]): ImportRow[] {
  const { read } = context;
  const candidates = new Map(rows.map((row) => [row.line, JSON.parse(row.candidates ?? '[]') as StoredCandidate[]]));
  const offered = [...candidates.values()].flat();
  const ids = new Set([
    ...rows.flatMap(({ person_id }) => person_id ?? []),
    ...offered.flatMap(({ personId }) => personId ?? []),
  ]);
  const people = new Map(personRows(context, [...ids]).map((row) => [row.id, row]));
  const earlier = new Map(
    rowsByLines(
      read,
      stored.id,
      offered.flatMap(({ line }) => line ?? []),
    ).map((row) => [row.line, parsed(row)]),
  );
  const changes = changesOf(context, stored, rows);
  const words = changeWords(context);
  const practices = new Map(listPractices(read).map(({ ods_code, name }) => [ods_code, name]));
  return rows.map((row) => {
    const person = parsed(row);
    const record = people.get(row.person_id ?? '') ?? null;
    return {
      line: row.line,
      outcome: row.outcome as ImportRow['outcome'],
      decision: row.decision as ImportRow['decision'],
      person: person && personWords(person, practices),
      record,
      ofLine: row.of_line,
      changes: words(changes.get(row.line), record),
      candidates: (candidates.get(row.line) ?? []).map(({ personId, line, reasons }) => {
        const said = line === undefined ? null : (earlier.get(line) ?? null);
        return {
          personId: personId ?? null,
          line: line ?? null,
          person: people.get(personId ?? '') ?? null,
          row: said && personWords(said, practices),
          reasons: [...reasons],
        };
      }),
      problems: JSON.parse(row.problems ?? '[]') as ImportRow['problems'],
    };
  });
}

const parsed = ({ person }: StoredImportRow): ParsedPerson | null =>
  person === null ? null : (JSON.parse(person) as ParsedPerson);

function personWords(person: ParsedPerson, practices: ReadonlyMap<string, string>): NonNullable<ImportRow['person']> {
  const { name, birth, nhsNumber, address, practiceCode } = person;
  const { family, given, middle, prefix, preferred } = name;
  return {
    name: { family, given, ...(middle && { middle }), ...(prefix && { prefix }), ...(preferred && { preferred }) },
    born: personFieldWords('birth', birth ?? null, String),
    nhsNumber: nhsNumber ?? null,
    address: personFieldWords('address', address ?? null, String),
    practice: practiceCode === undefined ? null : (practices.get(practiceCode) ?? practiceCode),
  };
}

/** What rows change: as it was kept for updates, and worked out now for rows that were linked by a decision. */
function changesOf(
  context: QueryContext,
  stored: StoredImport,
  rows: readonly StoredImportRow[],
): Map<number, StoredChanges> {
  const found = new Map<number, StoredChanges>();
  for (const { line, changes } of rows) if (changes !== null) found.set(line, JSON.parse(changes) as StoredChanges);
  const linked = rows.filter(({ decision, person_id }) => decision === 'link' && person_id !== null);
  if (linked.length === 0 || stored.state !== 'preview') return found;
  const { source, neighbourhoodId } = JSON.parse(stored.mapping) as StoredMapping;
  const places = placesOfList(context, neighbourhoodId);
  const facts = { source, receivedOn: localDateOf(stored.received_at) };
  const records = recordsOf(
    context.read,
    linked.flatMap(({ person_id }) => person_id ?? []),
  );
  for (const row of linked) {
    const record = records.get(row.person_id ?? '');
    const person = parsed(row);
    if (record && person)
      found.set(row.line, storedChanges(record, listChanges(person, record, places.forKnown(person), facts)));
  }
  return found;
}

const additionLabels = {
  conditions: 'Condition',
  flags: 'Flag',
  identifiers: 'Number of another system',
  relationships: 'Relationship',
} as const;

/** Says changes in words. What was on record of somebody of another team is not told. */
function changeWords({ read, session }: QueryContext) {
  const names = placeNames(read);
  const place = (id: string) => names.get(id) ?? id;
  return (changes: StoredChanges | undefined, record: PersonRow | null): ImportRow['changes'] => {
    if (!changes) return [];
    const columns = Object.entries(changes.columns).flatMap(([column, [before, after]]) => {
      const field = fieldOf(column);
      if (!field) return [];
      const say = (value: string | number | null) => personFieldWords(field, fieldValue(field, value), place);
      const was = record?.limited && before !== null ? 'Not shown' : say(before);
      return [{ label: personFieldLabels[field], before: was, after: say(after) ?? 'Nothing' }];
    });
    const { conditions, flags, identifiers, relationships } = changes.additions;
    const added = (what: keyof typeof additionLabels, after: string) => ({
      label: additionLabels[what],
      before: null,
      after,
    });
    return [
      ...columns,
      ...conditions.map(({ code }) => added('conditions', codeLabel('condition', code))),
      ...flags
        .filter(({ code }) => maySeeFlag(session, code))
        .map(({ code }) => added('flags', codeLabel('flag', code))),
      ...identifiers.map(({ system, value }) => added('identifiers', `${value} (${system})`)),
      ...relationships.map(({ kind, name }) =>
        added('relationships', `${name} (${codeLabel('relationship-type', kind)})`),
      ),
    ];
  };
}
