import { listName } from '../../../shared/domain/name.ts';
import { call } from '../../client/call.ts';
import type { Option } from '../../components/option.ts';
import { bornWords } from './person-facts.tsx';

/** People to choose from in a form, by what is typed; those of other teams with as much as may be told. */
export async function personOptions(text: string): Promise<readonly Option[]> {
  if (text.trim() === '') return [];
  const answer = await call('people.search', { text, limit: 10 });
  if (!answer.ok) return [];
  return answer.value.rows.map(({ id, name, birth, age, address, neighbourhood }) => ({
    value: id,
    label: listName(name),
    hint: `${bornWords(birth, age)} · ${address ?? neighbourhood.name}`,
  }));
}
