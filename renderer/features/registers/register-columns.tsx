import { Link } from '@tanstack/react-router';
import type { RegisterRow } from '../../../shared/contract/registers.ts';
import { partsOf } from '../../../shared/domain/checks.ts';
import { listName } from '../../../shared/domain/name.ts';
import { kindsOf, type Register } from '../../../shared/domain/registers.ts';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { NhsNumber } from '../../components/nhs-number.tsx';
import { Tag } from '../../components/tag.tsx';
import { partWord, stateTone } from '../checks/words.ts';
import { bornWords } from '../people/person-facts.tsx';
import { stateWordOn } from './register-words.ts';

const allParts = partsOf('smi-physical-check').length;
const dated = (date: string | null) =>
  date === null ? <span className="ot-muted">Never</span> : <DateText value={date} />;

/** The columns of a register. */
export function registerColumns(register: Register): readonly Column<RegisterRow>[] {
  const hasCheck = kindsOf(register).length > 0;
  return [
    {
      id: 'name',
      header: 'Name',
      rowHeader: true,
      cell: ({ id, person }) => (
        <Link
          to="/people/$personId"
          params={{ personId: id }}
          search={register === 'end-of-life' ? { tab: 'plan' } : { tab: 'care' }}
        >
          {listName(person.name)}
        </Link>
      ),
    },
    { id: 'age', header: 'Born (age)', width: 188, cell: ({ person }) => bornWords(person.birth, person.age) },
    {
      id: 'nhs-number',
      header: 'NHS number',
      width: 122,
      cell: ({ person }) =>
        person.nhsNumber === null ? (
          <span className="ot-muted">Not recorded</span>
        ) : (
          <NhsNumber value={person.nhsNumber} />
        ),
    },
    {
      id: 'state',
      header: register === 'end-of-life' ? 'Wishes' : 'State',
      width: register === 'end-of-life' ? 190 : 110,
      cell: ({ state }) => <Tag tone={stateTone[state]}>{stateWordOn(register, state)}</Tag>,
    },
    ...(hasCheck
      ? [
          { id: 'done', header: 'Last done', width: 112, cell: (row: RegisterRow) => dated(row.lastDoneOn) },
          { id: 'offered', header: 'Last offered', width: 112, cell: (row: RegisterRow) => dated(row.lastOfferedOn) },
        ]
      : []),
    ...(register === 'severe-mental-illness'
      ? [
          {
            id: 'missing',
            header: 'Parts missing',
            cell: ({ missing }: RegisterRow) => (
              <span className="ot-people__line">
                {missing.length === 0 && <span className="ot-muted">None</span>}
                {missing.length === allParts ? `All ${allParts}` : missing.map(partWord).join(', ')}
              </span>
            ),
          },
        ]
      : []),
    ...(register === 'carers'
      ? [
          {
            id: 'breaks',
            header: 'Breaks in 12 months',
            width: 100,
            align: 'end' as const,
            cell: ({ breaks }: RegisterRow) => breaks ?? 0,
          },
        ]
      : []),
    {
      id: 'case',
      header: 'Coordinator',
      width: 140,
      cell: ({ person }) =>
        person.case === null ? (
          <span className="ot-muted">No case</span>
        ) : (
          (person.case.coordinator?.name ?? <span className="ot-muted">No coordinator</span>)
        ),
    },
  ];
}
