import { useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { EditDialog } from '../details/edit-dialog.tsx';
import { groupOf } from '../details/groups.tsx';
import { useMayEdit } from '../may-edit.ts';

/** What the person says matters to them, in their words, before anything that others say. */
export function WhatMattersPanel({ person }: { readonly person: PersonPageView }) {
  const mayEdit = useMayEdit(person);
  const [editing, setEditing] = useState(false);
  const { whatMatters } = person.details;
  return (
    <Panel
      title="What matters to me"
      actions={
        mayEdit && (
          <Button look="quiet" size="small" icon="edit" onClick={() => setEditing(true)}>
            {whatMatters === null ? 'Write down' : 'Edit'}
            <span className="nhsuk-u-visually-hidden"> what matters</span>
          </Button>
        )
      }
    >
      {whatMatters === null ? (
        <p className="ot-muted">Not written down yet. Ask the person, and keep their own words.</p>
      ) : (
        <blockquote className="ot-person-words">{whatMatters}</blockquote>
      )}
      {editing && <EditDialog group={groupOf('what-matters')} person={person} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
