import { Link } from '@tanstack/react-router';
import type { ImportRow } from '../../../shared/contract/import-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { bornWords } from '../people/person-facts.tsx';

type Said = NonNullable<ImportRow['person']>;
type Recorded = NonNullable<ImportRow['record']>;

/** What a row of the list says of somebody, a line each, so that it can be held against a record. */
export function SaidPerson({ of }: { readonly of: Pick<Said, 'name' | 'born' | 'nhsNumber'> & Partial<Said> }) {
  return (
    <div className="ot-import-person">
      <strong>{listName(of.name)}</strong>
      <span>{of.born === null ? 'Birth date not given' : `Born ${of.born}`}</span>
      <span>{of.nhsNumber === null ? 'No NHS number' : `NHS ${formatNhsNumber(of.nhsNumber)}`}</span>
      {of.address && <span>{of.address}</span>}
      {of.practice && <span>{of.practice}</span>}
    </div>
  );
}

/** The same of somebody on record, as far as this worker may see it. */
export function RecordedPerson({ of }: { readonly of: Recorded }) {
  const { id, name, limited, birth, age, nhsNumber, address, practice, neighbourhood } = of;
  return (
    <div className="ot-import-person">
      <Link to="/people/$personId" params={{ personId: id }}>
        {listName(name)}
      </Link>
      {limited ? (
        <span>
          {age ?? 'Age not known'}, looked after by the {neighbourhood.name} team
        </span>
      ) : (
        <>
          <span>Born {bornWords(birth, age)}</span>
          <span>{nhsNumber === null ? 'No NHS number' : `NHS ${formatNhsNumber(nhsNumber)}`}</span>
          {address !== null && <span>{address}</span>}
          {practice !== null && <span>{practice.name}</span>}
        </>
      )}
    </div>
  );
}
