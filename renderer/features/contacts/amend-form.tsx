import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { isSuccessful } from '../../../shared/domain/contact-rules.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import { BehaviourFields } from './behaviour-fields.tsx';
import { fromContact } from './contact-defaults.ts';
import { atFormFields } from './contact-failure.ts';
import { ContactFields } from './contact-fields.tsx';
import type { OpenedContact } from './contact-panel.tsx';
import { type ContactValues, contactForm, entryOf } from './contact-values.ts';
import { InterventionFields } from './intervention-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { NextFields } from './next-fields.tsx';

/** Changes an own entry. Only what was changed is sent, with the versions that were on screen. */
export function AmendForm({ opened, onDone }: { readonly opened: OpenedContact; readonly onDone: () => void }) {
  // The versions of when the form was opened: what somebody else changes meanwhile must not be overwritten unseen.
  const [{ contact, colleagues }] = useState(opened);
  const form = useForm<ContactValues>({ resolver: zodResolver(contactForm), defaultValues: fromContact(contact) });
  const amend = useTell('contacts.amend');
  const attendance = useWatch({ control: form.control, name: 'attendance' });
  const seen = isCode('attendance', attendance) && isSuccessful(attendance);

  const send = async (values: ContactValues) => {
    const answer = await amend.tell({
      contactId: contact.id,
      heads: contact.heads,
      patch: changesBetween(entryOf(fromContact(contact)), entryOf(values)),
    });
    if (!answer.ok) return atFormFields(answer.error);
    onDone();
    toast({ message: answer.value.changed.length === 0 ? 'Nothing was changed' : 'The contact is amended' });
    return undefined;
  };

  return (
    <div className="ot-log">
      <Form form={form} onSubmit={send} submit="Save the amendment" actions={<Button onClick={onDone}>Cancel</Button>}>
        <ContactFields form={form} />
        <MoreFields form={form} colleagues={colleagues} seen={seen} />
        {seen && <InterventionFields form={form} />}
        {seen && <BehaviourFields form={form} last={null} planGoals={[]} startOpen={contact.behaviour !== null} />}
        <NextFields form={form} due={null} withPlan={false} />
      </Form>
    </div>
  );
}

/** Those fields of `next` that differ. */
function changesBetween<T extends object>(before: T, next: T): Partial<T> {
  const changed = (Object.keys(next) as (keyof T)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, next[field]])) as Partial<T>;
}
