import { useState } from 'react';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { call } from '../../../../client/call.ts';
import { Button } from '../../../../components/button.tsx';
import { DateText } from '../../../../components/dates.tsx';
import { Panel } from '../../../../components/panel.tsx';
import { SimpleTable } from '../../../../components/simple-table.tsx';
import { useMayEdit } from '../../may-edit.ts';
import { RelatedName } from '../../related-name.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SetHousehold } from './set-household.tsx';

/** Who lives together with the person. */
export function HouseholdDetails({ person }: { readonly person: PersonPageView }) {
  const { household } = person;
  const mayEdit = useMayEdit(person);
  const [asking, setAsking] = useState<'set' | 'leave' | null>(null);
  const close = () => setAsking(null);
  return (
    <Panel
      title="Household"
      flush={household !== null}
      actions={
        mayEdit && (
          <>
            <Button look="quiet" size="small" onClick={() => setAsking('set')}>
              {household === null ? 'Put into a household' : 'Move to another household'}
            </Button>
            {household !== null && (
              <Button look="quiet" size="small" onClick={() => setAsking('leave')}>
                Leave the household
              </Button>
            )}
          </>
        )
      }
    >
      {household === null ? (
        <p className="ot-muted">No household is recorded.</p>
      ) : (
        <SimpleTable
          caption={`Household ${household.label}`}
          showCaption={household.label !== ''}
          rows={household.members}
          rowId={({ membershipId }) => membershipId}
          columns={[
            {
              id: 'who',
              header: 'Who',
              rowHeader: true,
              cell: (member) => (member.id === person.id ? 'This person' : <RelatedName person={member} />),
            },
            { id: 'age', header: 'Age', cell: ({ age }) => age ?? 'Not recorded' },
            { id: 'since', header: 'Since', cell: ({ since }) => <DateText value={since} /> },
          ]}
        />
      )}
      {asking === 'set' && <SetHousehold person={person} onClose={close} />}
      {asking === 'leave' && household !== null && (
        <EndDialog
          what="membership of the household"
          end={(endedOn) =>
            call('people.leaveHousehold', { personId: person.id, membershipId: household.membershipId, endedOn })
          }
          onClose={close}
        />
      )}
    </Panel>
  );
}
