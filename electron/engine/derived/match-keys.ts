import type { WriteHandle } from '../store/handles.ts';
import { nameOf } from '../store/person-name.ts';
import { sqlStatement, statement } from '../store/statements.ts';
import { blockingKeys } from './person-matching.ts';

const matchable = statement((q, p: { id: string }) =>
  q
    .selectFrom('people')
    .select(['name', 'birth_date', 'nhs_number', 'postcode', 'merged_into', 'voided'])
    .where('id', '=', p.id),
);
const present = statement((q, p: { id: string }) =>
  q.selectFrom('match_keys').select('key').where('person_id', '=', p.id),
);
const drop = sqlStatement<{ key: string; id: string }, never>(
  'DELETE FROM match_keys WHERE key = ? AND person_id = ?',
  'key',
  'id',
);
const add = sqlStatement<{ key: string; id: string }, never>(
  'INSERT INTO match_keys (key, person_id) VALUES (?, ?)',
  'key',
  'id',
);

/** Keeps the keys under which a second record of the same person would be found. */
export function refreshMatchKeys(write: WriteHandle, personId: string): void {
  const person = write.get(matchable, { id: personId });
  if (!person) return;
  const current = person.merged_into === null && person.voided === null;
  const wanted = new Set(
    current
      ? blockingKeys({
          name: nameOf(person.name),
          birthDate: person.birth_date,
          nhsNumber: person.nhs_number,
          postcode: person.postcode,
        })
      : [],
  );
  for (const { key } of write.all(present, { id: personId })) {
    if (!wanted.delete(key)) write.run(drop, { key, id: personId });
  }
  for (const key of wanted) write.run(add, { key, id: personId });
}
