import { hash } from 'node:crypto';
import type { MatchablePerson } from '../derived/person-matching.ts';
import { identifierKey } from '../store/import-people.ts';
import { identifiersOf } from './new-record.ts';
import type { ParsedPerson } from './parsed-person.ts';
import { likelyReasons, matchableOf, sharers } from './same-person.ts';

/** A row of a list with what it is found by. */
export interface ListedPerson {
  readonly line: number;
  readonly person: ParsedPerson;
  /** The person as JSON. */
  readonly text: string;
  /** Match keys. */
  readonly keys: readonly string[];
  /** Whom on record it certainly is, or null. */
  readonly personId: string | null;
}

/** An earlier row of the same file. */
export interface Repeat {
  readonly line: number;
  /** Whether the two rows say exactly the same. */
  readonly identical: boolean;
  /** Sentences. */
  readonly reasons: readonly string[];
}

/** The rows of a file that were gone through so far. */
export interface SeenRows {
  /** The earlier rows that are, or may be, of the same person. */
  repeatsOf(row: ListedPerson): Repeat[];
  add(row: ListedPerson): void;
}

/** Remembers the rows of one file by the numbers and match keys under which they would meet. */
export function seenRows(source: string): SeenRows {
  const byNumber = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  const rows = new Map<number, { readonly digest: string; readonly matchable: MatchablePerson }>();
  const numbersOf = ({ person, personId }: ListedPerson): [key: string, reason: string][] => {
    const numbers: [string, string][] = identifiersOf(person, source).map(({ system, value }) => [
      identifierKey(system, value),
      'Same number in the other system',
    ]);
    if (person.nhsNumber !== undefined) numbers.push([`nhs ${person.nhsNumber}`, 'Same NHS number']);
    if (personId !== null) numbers.push([`id ${personId}`, 'Same person on record']);
    return numbers;
  };
  const isIdentical = (line: number, text: string) => rows.get(line)?.digest === digestOf(text);
  return {
    repeatsOf: (row) => {
      for (const [key, reason] of numbersOf(row)) {
        const line = byNumber.get(key);
        if (line !== undefined)
          return [{ line, identical: isIdentical(line, row.text), reasons: [`${reason} as line ${line}.`] }];
      }
      if (row.personId !== null) return [];
      const own = matchableOf(row.person);
      return [...sharers(row.keys, (key) => byKey.get(key) ?? [])].flatMap(([line, sorts]) => {
        const earlier = rows.get(line);
        const reasons = earlier ? likelyReasons(own, earlier.matchable, sorts) : [];
        return reasons.length > 0 ? [{ line, identical: isIdentical(line, row.text), reasons }] : [];
      });
    },
    add: (row) => {
      for (const [key] of numbersOf(row)) if (!byNumber.has(key)) byNumber.set(key, row.line);
      for (const key of row.keys) {
        const lines = byKey.get(key);
        if (lines) lines.push(row.line);
        else byKey.set(key, [row.line]);
      }
      rows.set(row.line, { digest: digestOf(row.text), matchable: matchableOf(row.person) });
    },
  };
}

const digestOf = (text: string): string => hash('sha1', text, 'base64');
