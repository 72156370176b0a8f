import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { call } from '../../client/call.ts';
import type { Command } from '../../components/command-palette.tsx';
import type { CommandSource, Go } from '../frame/plug-types.ts';
import { bornWords } from './person-facts.tsx';

/** What tells people of one name apart, in one line. */
function detailOf({ limited, nhsNumber, address, neighbourhood, case: theirs }: PersonRow): string {
  if (limited) return `Looked after by the ${neighbourhood.name} team: opening needs a reason`;
  const coordinator = theirs?.coordinator?.name;
  return [
    nhsNumber === null ? 'No NHS number' : `NHS ${formatNhsNumber(nhsNumber)}`,
    address ?? neighbourhood.name,
    coordinator === undefined ? undefined : `Coordinator: ${coordinator}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function commandFor(row: PersonRow, go: Go): Command {
  return {
    id: row.id,
    label: listName(row.name),
    detail: detailOf(row),
    hint: row.deceased ? (row.age ?? 'Died') : bornWords(row.birth, row.age),
    icon: row.limited ? 'lock' : 'person',
    run: () => go(`/people/${row.id}`),
  };
}

const shown = 8;

const registering = 'Register a person';

/** People for the command palette, by parts of names, a birth date, a postcode or an NHS number; and registering one. */
export const findPeople: CommandSource = async (query, go) => {
  const typed = query.trim().toLowerCase();
  if (typed === '') return { heading: 'People', commands: [] };
  const answer = await call('people.search', { text: query, limit: shown });
  if (!answer.ok) return { heading: 'People', commands: [] };
  const { rows, more } = answer.value;
  const register: readonly Command[] = registering.toLowerCase().includes(typed)
    ? [{ id: 'register', label: registering, icon: 'plus', run: () => go('/people/new') }]
    : [];
  return {
    heading: more ? `People: the first ${shown}, type more to narrow` : 'People',
    commands: [...rows.map((row) => commandFor(row, go)), ...register],
  };
};
