import { fold } from '../../../shared/domain/folded-text.ts';
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
    write.run(add, { number: person.number, words: searchWords(person.name) });
}

/** Parts of a stored name as the search meets them: folded, split at spaces and hyphens, and joined as well. */
export function searchWords(nameColumn: string): string {
  const { family, given, middle, preferred } = nameOf(nameColumn);
  const words = new Set<string>();
  for (const part of [family, given, middle, preferred]) {
    if (!part) continue;
    for (const word of part.split(/[\s-]+/u)) words.add(fold(word));
    words.add(fold(part));
  }
  words.delete('');
  return [...words].join(' ');
}
