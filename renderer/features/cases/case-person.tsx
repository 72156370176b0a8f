import { Link } from '@tanstack/react-router';
import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { listName } from '../../../shared/domain/name.ts';
import { AgeText } from '../../components/dates.tsx';
import { NhsNumber } from '../../components/nhs-number.tsx';

/** Somebody in a list of cases: the name opens the record, and what tells two people of one name apart stands below. */
export function CasePerson({ person }: { readonly person: CaseloadRow['person'] }) {
  const { id, name, birth, died, nhsNumber } = person;
  const born = birth?.date ?? birth?.year ?? null;
  return (
    <span className="ot-case-person">
      <Link className="ot-case-person__name" to="/people/$personId" params={{ personId: id }}>
        {listName(name)}
      </Link>
      <span className="ot-muted ot-case-person__more">
        {died === true ? 'Has died' : <AgeText born={born} died={died} />}
        {nhsNumber !== null && (
          <>
            {' · '}
            <NhsNumber value={nhsNumber} />
          </>
        )}
      </span>
    </span>
  );
}
