import { Link } from '@tanstack/react-router';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import type { FindingView } from '../../../shared/contract/review.ts';
import { listName } from '../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { Tag } from '../../components/tag.tsx';
import { bornWords } from '../people/person-facts.tsx';
import { FindingActions } from './finding-actions.tsx';
import { findingWords, isAboutSameness } from './finding-words.ts';

function PersonLine({ person, first }: { readonly person: PersonRow; readonly first: boolean }) {
  const { id, name, limited, birth, age, nhsNumber, address, neighbourhood, practice, case: theirs } = person;
  const facts = limited
    ? [age, `looked after by the ${neighbourhood.name} team`]
    : [
        bornWords(birth, age),
        nhsNumber === null ? 'no NHS number' : `NHS ${formatNhsNumber(nhsNumber)}`,
        address,
        practice?.name,
        theirs === null ? null : `coordinator ${theirs.coordinator?.name ?? 'nobody'}`,
      ];
  return (
    <li>
      <p className="ot-person-people__name">
        <Link to="/people/$personId" params={{ personId: id }}>
          {listName(name)}
        </Link>
        {first && <Tag tone="blue">Counts meanwhile</Tag>}
      </p>
      <p className="ot-person-people__facts">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

/** One finding: what was found, about whom, what counts meanwhile, and what can be done. */
export function FindingCard({ finding }: { readonly finding: FindingView }) {
  const { kind, sentence, reasons, people, provisional, neighbourhood } = finding;
  const { words, tone } = findingWords[kind];
  return (
    <article className="ot-finding" aria-label={`${words}: ${people.map(({ name }) => listName(name)).join(' and ')}`}>
      <div className="ot-finding__head">
        <Tag tone={tone}>{words}</Tag>
        <p className="ot-finding__sentence">{sentence}</p>
        <span className="ot-muted">{neighbourhood.name}</span>
      </div>
      <ul className="ot-person-people">
        {people.map((person, index) => (
          <PersonLine
            key={person.id}
            person={person}
            first={index === 0 && people.length > 1 && isAboutSameness(kind)}
          />
        ))}
      </ul>
      {reasons.length > 0 && <p className="ot-person-because">{reasons.join(' ')}</p>}
      <p className="ot-person-because">{provisional}</p>
      <FindingActions finding={finding} />
    </article>
  );
}
