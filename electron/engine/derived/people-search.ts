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
 * The tokens of a person: the beginnings by which the name is found, and one for neighbourhood and practice, so that a
 * search within a team reads the team's people only.
 */
function searchWords(person: { name: string; neighbourhood_id: string; practice_id: string | null }): string {
  const places = [person.neighbourhood_id, person.practice_id].filter((id) => id !== null).map(placeToken);
  return [...nameSearchWords(nameOf(person.name)).map(wordToken), ...places].join(' ');
}

/**
 * A folded word as the index holds it: letters a to z as they are, every other character by its number. SQLite's
 * tokenizer knows an older Unicode than the engine and would cut some words in two; these it never does, and the
 * beginning of a word stays the beginning of its token.
 */
export function wordToken(folded: string): string {
  return folded.replace(/[^a-z]/gu, (letter) => `1${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`);
}

/** The token of a neighbourhood or practice. It begins with a digit that no word's token begins with. */
export function placeToken(id: string): string {
  return `0${id.toLowerCase().replace(/[^0-9a-z]/g, '')}`;
}
