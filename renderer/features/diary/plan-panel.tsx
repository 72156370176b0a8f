import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { addDays, localDateOf } from '../../../shared/domain/british-date.ts';
import { localTimeOf } from '../../../shared/domain/london-time.ts';
import { call } from '../../client/call.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { choicesFor } from '../contacts/contact-defaults.ts';
import { PersonLine } from '../contacts/person-line.tsx';
import { PersonPicker } from '../contacts/person-picker.tsx';
import { usePrepared } from '../contacts/prepared.ts';
import type { LogContactRequest, PanelProps } from '../frame/plug-types.ts';
import { PlanForm } from './plan-form.tsx';
import { appointmentOf, type PlanValues } from './plan-values.ts';

/** Plans a contact with somebody, or moves one that is planned. */
export function PlanPanel({ request, onClose }: PanelProps<LogContactRequest>) {
  const [personId, setPersonId] = useState(request.personId ?? null);
  const { contactId } = request;
  return (
    <SidePanel open title={contactId ? 'Move the appointment' : 'Plan a contact'} onClose={onClose}>
      {contactId ? (
        <Move contactId={contactId} onClose={onClose} />
      ) : personId === null ? (
        <PersonPicker label="With whom?" onPick={({ value }) => setPersonId(value)} />
      ) : (
        <Plan personId={personId} onClose={onClose} />
      )}
    </SidePanel>
  );
}

function Plan({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const { prepared, failure } = usePrepared(personId);
  const { workerId } = useSession();
  const today = useToday();
  if (failure !== undefined) return <ErrorState failure={failure} />;
  if (!prepared?.person) return <LoadingState />;
  const { mechanism } = prepared.choices;
  const { minutes, location, purpose } = choicesFor(prepared, mechanism);
  const start: PlanValues = {
    ...{ caseId: prepared.caseId ?? '', workerId, mechanism, minutes, location, purpose },
    date: addDays(today, 1),
    time: '',
    note: '',
    jointWith: [],
  };
  const save = async (values: PlanValues) => {
    const { caseId, workerId: whose } = values;
    const appointment = { ...appointmentOf(values), caseId: caseId === '' ? null : caseId, workerId: whose };
    const answer = await call('contacts.plan', { personId, ...appointment });
    if (!answer.ok) return answer.error;
    const { contactId } = answer.value;
    onClose();
    toast({ message: 'It is in the diary', undo: () => void undoPlan(contactId) });
    return undefined;
  };
  return (
    <>
      <PersonLine person={prepared.person} />
      <PlanForm
        start={start}
        cases={prepared.cases}
        colleagues={prepared.colleagues}
        submit="Put into the diary"
        onSave={save}
      />
    </>
  );
}

function Move({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const asked = useAsk('contacts.open', { contactId });
  return (
    <Loaded asked={asked} loading="Opening the appointment">
      {(opened) => <MoveOpened opened={opened} onClose={onClose} />}
    </Loaded>
  );
}

function MoveOpened({ opened, onClose }: { readonly opened: OutputOf<'contacts.open'>; readonly onClose: () => void }) {
  // As it was when the panel was opened: what somebody else moves meanwhile must not be overwritten unseen.
  const [{ contact, colleagues }] = useState(opened);
  const [start] = useState((): PlanValues => startOf(contact));
  const save = async (values: PlanValues) => {
    const patch = { ...appointmentOf(values), workerId: values.workerId };
    const answer = await call('contacts.replan', { contactId: contact.id, heads: contact.heads, patch });
    if (!answer.ok) return answer.error;
    onClose();
    toast({ message: 'The appointment is moved', undo: () => void moveBack(contact.id, start) });
    return undefined;
  };
  return (
    <>
      <PersonLine person={contact.person} />
      <PlanForm start={start} cases={[]} colleagues={colleagues} submit="Save the change" onSave={save} />
    </>
  );
}

function startOf(contact: OutputOf<'contacts.open'>['contact']): PlanValues {
  return {
    caseId: contact.caseId ?? '',
    workerId: contact.worker.id,
    date: localDateOf(contact.startsAt),
    time: localTimeOf(contact.startsAt),
    mechanism: contact.mechanism as PlanValues['mechanism'],
    minutes: contact.minutes,
    location: contact.location ?? '',
    purpose: contact.purpose ?? '',
    note: contact.note,
    jointWith: contact.jointWith.map(({ id }) => id),
  };
}

async function undoPlan(contactId: string): Promise<void> {
  const answer = await call('contacts.undo', { contactIds: [contactId] });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
}

async function moveBack(contactId: string, before: PlanValues): Promise<void> {
  const opened = await call('contacts.open', { contactId });
  if (!opened.ok) return toast({ message: opened.error.message, tone: 'urgent' });
  const patch = { ...appointmentOf(before), workerId: before.workerId };
  const answer = await call('contacts.replan', { contactId, heads: opened.value.contact.heads, patch });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
}
