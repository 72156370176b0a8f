import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { InstantText } from '../../components/dates.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { toast } from '../../components/toast.ts';
import { openPanel } from '../frame/panels.ts';
import type { PanelProps } from '../frame/plug-types.ts';
import { AmendForm } from './amend-form.tsx';
import { ContactFacts } from './contact-facts.tsx';
import { ContactHistory } from './contact-history.tsx';
import { Contested } from './contested.tsx';
import { PersonLine } from './person-line.tsx';

export type OpenedContact = OutputOf<'contacts.open'>;

/** One care contact: what it says, what it said before, and what may be done with it. */
export function ContactPanel({ request, onClose }: PanelProps<{ readonly contactId: string }>) {
  const asked = useAsk('contacts.open', { contactId: request.contactId });
  const [amending, setAmending] = useState(false);
  return (
    <SidePanel open title={amending ? 'Amend the contact' : 'Care contact'} onClose={onClose}>
      <Loaded asked={asked} loading="Opening the contact">
        {(opened) => (
          <>
            <PersonLine person={opened.contact.person}>
              <Link to="/people/$personId" params={{ personId: opened.contact.person.id }} onClick={onClose}>
                Open record
              </Link>
            </PersonLine>
            {amending ? (
              <AmendForm opened={opened} onDone={() => setAmending(false)} />
            ) : (
              <Shown opened={opened} onAmend={() => setAmending(true)} onClose={onClose} />
            )}
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

interface ShownProps {
  readonly opened: OpenedContact;
  readonly onAmend: () => void;
  readonly onClose: () => void;
}

function Shown({ opened, onAmend, onClose }: ShownProps) {
  const { contact, contested, history, mayAmend, mayVoid } = opened;
  const planned = contact.attendance === null && contact.voided === null;
  return (
    <>
      {contact.voided && (
        <Callout tone="warning" title="This entry is void">
          <p>
            {contact.voided.by}, <InstantText value={contact.voided.at} />: {contact.voided.reason}
          </p>
        </Callout>
      )}
      <Contested personId={contact.person.id} contactId={contact.id} contested={contested} />
      <ContactFacts contact={contact} />
      <div className="ot-contact__actions">
        {planned && (
          <>
            <Button
              look="primary"
              onClick={() => openPanel('logContact', { personId: contact.person.id, contactId: contact.id })}
            >
              Record how it went
            </Button>
            <Button onClick={() => openPanel('planContact', { personId: contact.person.id, contactId: contact.id })}>
              Move
            </Button>
          </>
        )}
        {mayAmend && (
          <Button icon="edit" onClick={onAmend}>
            Amend
          </Button>
        )}
        {mayVoid && <VoidButton contactId={contact.id} onVoided={onClose} />}
      </div>
      <ContactHistory history={history} />
    </>
  );
}

function VoidButton({ contactId, onVoided }: { readonly contactId: string; readonly onVoided: () => void }) {
  const [asking, setAsking] = useState(false);
  const { tell, telling } = useTell('contacts.void');
  const carryOut = async (reason: string) => {
    const answer = await tell({ contactId, reason });
    setAsking(false);
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    onVoided();
    toast({ message: 'The contact is void. It stays in the history.' });
  };
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        Void this entry
      </Button>
      <ConfirmDialog
        open={asking}
        title="Void this contact?"
        confirm="Void the contact"
        danger
        busy={telling}
        reasonLabel="Why is it void?"
        onConfirm={(reason) => void carryOut(reason)}
        onCancel={() => setAsking(false)}
      >
        <p>
          It counts for nothing any more, but stays readable in the history with your reason. This cannot be undone.
        </p>
      </ConfirmDialog>
    </>
  );
}
