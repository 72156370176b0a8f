import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { shortName } from '../../../../../shared/domain/name.ts';
import { wordOf } from '../../../../../shared/domain/person-words.ts';
import { call } from '../../../../client/call.ts';
import { Tag } from '../../../../components/tag.tsx';
import { RelatedName } from '../../related-name.tsx';
import { AddRelationship } from './add-relationship.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { Period } from './period.tsx';

type Relationship = PersonPageView['relationships'][number];

const nameOf = ({ kind, person, name }: Relationship): string =>
  `${wordOf('relationship-type', kind)} ${person === null ? (name ?? '') : shortName(person.name)}`;

/** Family, carers, attorneys and others who are close to the person, from either side. */
export function RelationshipsPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Relationships"
      kind="relationship"
      person={person}
      rows={person.relationships}
      rowId={({ id }) => id}
      nameOf={nameOf}
      isPast={({ endedOn }) => endedOn !== null}
      past="Ended"
      none="Nobody is recorded."
      add="Add a relationship"
      Add={AddRelationship}
      isOwn={({ recordedHere }) => recordedHere}
      end={({ id }, endedOn) => call('people.endRelationship', { personId: person.id, relationshipId: id, endedOn })}
      columns={[
        {
          id: 'who',
          header: 'Who',
          rowHeader: true,
          cell: ({ person: other, name }) =>
            other === null ? (
              name
            ) : (
              <>
                <RelatedName person={other} />
                {other.age !== null && <span className="ot-muted">, {other.age}</span>}
              </>
            ),
        },
        {
          id: 'kind',
          header: 'Is',
          cell: ({ kind, emergencyContact }) => (
            <>
              {wordOf('relationship-type', kind)} {emergencyContact && <Tag tone="red">Emergency contact</Tag>}
            </>
          ),
        },
        { id: 'phone', header: 'Phone', cell: ({ phone }) => phone ?? '' },
        {
          id: 'note',
          header: 'Note',
          cell: ({ note, recordedHere }) => (
            <>
              {note}
              {!recordedHere && <span className="ot-person-because">Recorded on the other record</span>}
            </>
          ),
        },
        { id: 'since', header: 'Since', cell: ({ startedOn, endedOn }) => <Period from={startedOn} to={endedOn} /> },
      ]}
    />
  );
}
