import { nameSearchWords } from '../../../shared/domain/name.ts';
import type { WriteHandle } from '../store/handles.ts';
import { nameOf } from '../store/person-name.ts';
import { sqlStatement, statement } from '../store/statements.ts';

const named = statement((q, p: { id: string }) =>
  q.selectFrom('people').select(['number', 'name', 'merged_into', 'voided']).where('id', '=', p.id),
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
    write.run(add, { number: person.number, words: nameSearchWords(nameOf(person.name)).join(' ') });
}
