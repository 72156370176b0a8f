import { Label } from 'nhsuk-react-components';
import { useId } from 'react';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { call } from '../../client/call.ts';
import { Combobox } from '../../components/combobox.tsx';
import type { Option } from '../../components/option.ts';

/** What tells two people of one name apart. */
function hintOf({ limited, birth, age, address, neighbourhood }: PersonRow): string {
  if (limited) return `Looked after by the ${neighbourhood.name} team`;
  const born = birth?.date === undefined ? age : formatDate(birth.date);
  return [born, address ?? neighbourhood.name].filter(Boolean).join(' · ');
}

/** People who fit; those whose record this worker may not open are named, but cannot be chosen. */
export async function findPeople(text: string): Promise<readonly Option[]> {
  if (text.trim() === '') return [];
  const answer = await call('people.search', { text, limit: 8 });
  if (!answer.ok) return [];
  return answer.value.rows.map((row) => ({
    value: row.id,
    label: listName(row.name),
    hint: hintOf(row),
    disabled: row.limited,
  }));
}

/** Finds a person by name, birth date, postcode or NHS number. */
export function PersonPicker({ label, onPick }: { readonly label: string; readonly onPick: (person: Option) => void }) {
  const id = useId();
  return (
    <div className="nhsuk-form-group">
      <Label htmlFor={id}>{label}</Label>
      <Combobox
        id={id}
        options={findPeople}
        value=""
        placeholder="Name, birth date, postcode or NHS number"
        onChange={(_, option) => {
          if (option !== undefined) onPick(option);
        }}
      />
    </div>
  );
}
