import { useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import type { PersonField } from '../../../../shared/domain/person-fields.ts';
import { personFieldLabels, personFieldWords } from '../../../../shared/domain/person-words.ts';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { Tag } from '../../../components/tag.tsx';
import { useMayEdit } from '../may-edit.ts';
import { EditDialog } from './edit-dialog.tsx';
import type { DetailGroup } from './groups.tsx';

/** Names of the places that a person's record names. */
function placeWords({ banner, residenceNeighbourhood }: PersonPageView): (id: string) => string {
  const places = [banner.practice, banner.neighbourhood, residenceNeighbourhood];
  return (id) => places.find((place) => place?.id === id)?.name ?? id;
}

function FieldValue({ person, field }: { readonly person: PersonPageView; readonly field: PersonField }) {
  const words = personFieldWords(field, person.details[field], placeWords(person));
  const contested = person.conflicts.some((each) => each.row === person.id && each.field === field);
  const byHand = field === 'neighbourhoodId' && person.details.neighbourhoodByHand;
  if (words === null || words === '') return <span className="ot-muted">Not recorded</span>;
  return (
    <span className={field === 'whatMatters' ? 'ot-person-note' : undefined}>
      {words}
      {byHand && <span className="ot-muted"> (set by hand)</span>}
      {contested && (
        <>
          {' '}
          <Tag tone="orange">Two values</Tag>
        </>
      )}
    </span>
  );
}

/** Fields that belong together, with the way to change them. */
export function GroupPanel({ group, person }: { readonly group: DetailGroup; readonly person: PersonPageView }) {
  const mayEdit = useMayEdit(person);
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={group.title}
      actions={
        mayEdit && (
          <Button look="quiet" size="small" icon="edit" onClick={() => setEditing(true)}>
            Edit<span className="nhsuk-u-visually-hidden"> {group.title.toLowerCase()}</span>
          </Button>
        )
      }
    >
      <SummaryList
        rows={group.fields.map((field) => ({
          term: personFieldLabels[field],
          value: <FieldValue person={person} field={field} />,
        }))}
      />
      {editing && <EditDialog group={group} person={person} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
