import { Link } from '@tanstack/react-router';
import type { PersonRow } from '../../../../shared/contract/person-view.ts';
import { listName } from '../../../../shared/domain/name.ts';
import { formatNhsNumber } from '../../../../shared/domain/nhs-number.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { Panel } from '../../../components/panel.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { Tag } from '../../../components/tag.tsx';
import { bornWords, FlagTag } from '../../people/person-facts.tsx';

function Side({ person, title }: { readonly person: PersonRow; readonly title: string }) {
  return (
    <Panel title={title}>
      <p className="ot-merge__name">
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {listName(person.name)}
        </Link>{' '}
        {person.deceased && <Tag>Died</Tag>}
      </p>
      <SummaryList
        rows={[
          { term: 'Born', value: bornWords(person.birth, person.age) },
          { term: 'NHS number', value: person.nhsNumber === null ? null : formatNhsNumber(person.nhsNumber) },
          { term: 'Address', value: person.address },
          { term: 'Practice', value: person.practice?.name },
          {
            term: 'Coordinator',
            value: person.case === null ? 'No case' : (person.case.coordinator?.name ?? 'Nobody'),
          },
          {
            term: 'Flags',
            value:
              person.flags.length === 0 ? (
                'None'
              ) : (
                <span className="ot-people__flags">
                  {person.flags.map((code) => (
                    <FlagTag key={code} code={code} />
                  ))}
                </span>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** The two records side by side, and the way to keep the other one instead. */
export function MergeSides({ kept, merged }: { readonly kept: PersonRow; readonly merged: PersonRow }) {
  return (
    <div className="ot-merge">
      <div className="ot-merge__sides">
        <Side person={kept} title="Kept" />
        <Side person={merged} title="Merged into it" />
      </div>
      <ButtonLink
        size="small"
        icon="transfer"
        to="/people/$personId/merge/$otherId"
        params={{ personId: merged.id, otherId: kept.id }}
        replace
      >
        Keep the other record instead
      </ButtonLink>
    </div>
  );
}
