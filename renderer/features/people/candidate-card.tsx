import { Link } from '@tanstack/react-router';
import type { DuplicateCandidate } from '../../../shared/contract/person-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { Tag } from '../../components/tag.tsx';
import { bornWords } from './person-facts.tsx';

/** Somebody who may be the same person: who it is, and why it is thought so. */
export function CandidateCard({ candidate: { person, reasons } }: { readonly candidate: DuplicateCandidate }) {
  const { id, name, limited, birth, age, nhsNumber, address, neighbourhood, practice, deceased } = person;
  return (
    <article className="ot-candidate">
      <p className="ot-candidate__name">
        <Link to="/people/$personId" params={{ personId: id }}>
          {listName(name)}
        </Link>
        {deceased && <Tag>Died</Tag>}
      </p>
      <p className="ot-person-people__facts">
        {limited
          ? `${age ?? 'Age not known'}, looked after by the ${neighbourhood.name} team`
          : [
              bornWords(birth, age),
              nhsNumber === null ? null : `NHS ${formatNhsNumber(nhsNumber)}`,
              address,
              practice?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      <ul className="ot-bullets">
        {reasons.map(({ rule, sentence }) => (
          <li key={rule}>{sentence}</li>
        ))}
      </ul>
    </article>
  );
}
