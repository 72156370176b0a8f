import { useCallback, useRef, useState } from 'react';
import { call } from '../../client/call.ts';
import { Button } from '../../components/button.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { openPanel } from '../frame/panels.ts';
import type { LogContactRequest, PanelProps } from '../frame/plug-types.ts';
import type { ContactValues } from './contact-values.ts';
import { LogForm } from './log-form.tsx';
import { PersonLine } from './person-line.tsx';
import { PersonPicker } from './person-picker.tsx';
import { usePrepared } from './prepared.ts';

/** Log a contact, over any page. */
export function LogPanel({ request, onClose }: PanelProps<LogContactRequest>) {
  const [personId, setPersonId] = useState(request.personId ?? null);
  const typed = useRef(false);
  const onTyped = useCallback(() => {
    typed.current = true;
  }, []);
  const leave = () => {
    onClose();
    if (typed.current)
      toast({ message: 'Kept as a draft. Log contact for the same person goes on with it.', tone: 'info' });
  };
  return (
    <SidePanel open title="Log contact" onClose={leave}>
      {personId === null ? (
        <>
          <PersonPicker label="Who was the contact with?" onPick={({ value }) => setPersonId(value)} />
          <Button look="quiet" icon="people" onClick={() => openPanel('groupContact', {})}>
            Log a group session instead
          </Button>
        </>
      ) : (
        <ForPerson
          personId={personId}
          contactId={request.contactId}
          onOther={() => setPersonId(null)}
          onTyped={onTyped}
          onClose={onClose}
        />
      )}
    </SidePanel>
  );
}

interface ForPersonProps {
  readonly personId: string;
  readonly contactId: string | undefined;
  readonly onOther: () => void;
  readonly onTyped: () => void;
  readonly onClose: () => void;
}

function ForPerson({ personId, contactId, onOther, onTyped, onClose }: ForPersonProps) {
  const { prepared, failure } = usePrepared(personId, contactId ?? null);
  if (failure !== undefined) return <ErrorState failure={failure} />;
  if (!prepared?.person) return <LoadingState />;
  return (
    <>
      <PersonLine person={prepared.person}>
        {contactId === undefined && (
          <Button look="quiet" size="small" aria-label="Change the person" onClick={onOther}>
            Change
          </Button>
        )}
      </PersonLine>
      <LogForm
        personId={personId}
        prepared={prepared}
        contactId={contactId}
        onTyped={onTyped}
        onLogged={(contactIds, values) => {
          onClose();
          toast({ message: 'Contact logged', undo: () => void takeBack(personId, contactIds, values) });
        }}
        onDiscard={(values) => {
          onClose();
          void call('drafts.discard', { kind: 'contact', key: personId });
          toast({ message: 'Draft thrown away', tone: 'info', undo: () => void keepAgain(personId, values) });
        }}
      />
    </>
  );
}

/** Undo: the entry becomes void, and what was typed is a draft again. */
async function takeBack(personId: string, contactIds: readonly string[], values: ContactValues): Promise<void> {
  const answer = await call('contacts.undo', { contactIds: [...contactIds] });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  else await keepAgain(personId, values);
}

async function keepAgain(personId: string, values: ContactValues): Promise<void> {
  await call('drafts.save', { kind: 'contact', key: personId, body: { ...values } });
  openPanel('logContact', { personId });
}
