import { nameSearchWords } from '../../../shared/domain/name.ts';
import type { WriteHandle } from '../store/handles.ts';
import { nameOf } from '../store/person-name.ts';
import { sqlStatement, statement } from '../store/statements.ts';

const named = statement((q, p: { id: string }) =>
  q
    .selectFrom('people')
    .select(['number', 'name', 'neighbourhood_id', 'practice_id', 'merged_into', 'voided'])
    .where('id', '=', p.id),
);
const drop = sqlStatement<{ number: number }, never>('DELETE FROM people_search WHERE rowid = ?', 'number');
const add = sqlStatement<{ number: number; words: string }, never>(
  'INSERT INTO people_search (rowid, words) VALUES (?, ?)',
  'number',
  'words',
);

/** Keeps a person's searchable words: every part of every name, folded, in any order. Merged and voided records have none. */
export function refreshSearch(write: WriteHandle, personId: string): void {
  const person = write.get(named, { id: personId });
  if (!person) return;
  write.run(drop, { number: person.number });
  if (person.merged_into === null && person.voided === null)
    write.run(add, { number: person.number, words: searchWords(person) });
}

/**
 * The tokens of a person: each word of the name behind the code of the neighbourhood, so that a search within a team
 * costs the same in a whole city; and one token for the practice.
 */
function searchWords(person: { name: string; neighbourhood_id: string; practice_id: string | null }): string {
  const place = placeCode(person.neighbourhood_id);
  const names = nameSearchWords(nameOf(person.name)).map((word) => place + wordToken(word));
  return [...names, ...(person.practice_id === null ? [] : [practiceToken(person.practice_id)])].join(' ');
}

/** Characters of a place code; the index of prefixes begins behind them. */
const codeLength = 2;

/** Two letters for a neighbourhood. Two places may share a code: whoever searches looks at the place of who is found. */
function placeCode(id: string): string {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) % 26 ** codeLength;
  return String.fromCharCode(97 + Math.floor(hash / 26), 97 + (hash % 26));
}

/**
 * A folded word as the index holds it: letters a to z as they are, every other character by its number. SQLite's
 * tokenizer knows an older Unicode than the engine and would cut some words in two; these it never does, and the
 * beginning of a word stays the beginning of its token.
 */
function wordToken(folded: string): string {
  return folded.replace(/[^a-z]/gu, (letter) => `1${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`);
}

/** The token of a practice; no name's token begins with a digit. */
const practiceToken = (id: string): string => `0${id.toLowerCase().replace(/[^0-9a-z]/g, '')}`;

/** Where names are looked for: everybody of a neighbourhood, or its people of one practice. */
export interface SearchPlace {
  readonly neighbourhoodId: string;
  readonly practiceId?: string | undefined;
}

/** FTS5 expression for people of any of these places of whose names every folded word begins a part. */
export function nameMatch(words: readonly string[], places: readonly SearchPlace[]): string {
  return places
    .map(({ neighbourhoodId, practiceId }) => {
      const place = placeCode(neighbourhoodId);
      const terms = words.map((word) => `"${place}${wordToken(word)}"*`);
      return `(${[...terms, ...(practiceId ? [`"${practiceToken(practiceId)}"`] : [])].join(' AND ')})`;
    })
    .join(' OR ');
}
