import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { caseStatusLabel, caseStatusSchema } from '../../../shared/domain/case-status.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { isMissed, isSuccessful } from '../../../shared/domain/contact-rules.ts';
import { useTell } from '../../client/commands.ts';
import { useSession } from '../../client/session.ts';
import { Callout } from '../../components/callout.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { BehaviourFields } from './behaviour-fields.tsx';
import { choicesFor, justNow, likelyPlanned, newEntry, type Prepared, withDraft } from './contact-defaults.ts';
import { atFormFields } from './contact-failure.ts';
import { ContactFields } from './contact-fields.tsx';
import { type ContactValues, contactForm, entryOf, planOf } from './contact-values.ts';
import { DraftNote } from './draft-note.tsx';
import { InterventionFields } from './intervention-fields.tsx';
import { useKeptDraft } from './kept-draft.ts';
import { MoreFields } from './more-fields.tsx';
import { NextFields } from './next-fields.tsx';
import { PlannedChoice } from './planned-choice.tsx';

interface LogFormProps {
  readonly personId: string;
  readonly prepared: Prepared;
  /** The planned contact whose outcome is asked for. */
  readonly contactId: string | undefined;
  readonly onLogged: (contactIds: readonly string[], values: ContactValues) => void;
  readonly onDiscard: (values: ContactValues) => void;
  /** Something was typed, so there is a draft when the panel is closed. */
  readonly onTyped: () => void;
}

/** The entry itself. It begins where the last one of this worker left off, or with the draft. */
export function LogForm(props: LogFormProps) {
  const { personId, prepared, contactId, onLogged, onDiscard, onTyped } = props;
  const { workerId } = useSession();
  const [fresh] = useState(() =>
    newEntry(prepared, likelyPlanned(prepared, contactId, workerId, new Date()), new Date()),
  );
  const [start] = useState(() => knownPlan(prepared, withDraft(fresh, prepared.draft?.body ?? {})));
  const form = useForm<ContactValues>({ resolver: zodResolver(contactForm), defaultValues: start });
  const { control } = form;
  const { words, stop } = useKeptDraft(
    form,
    { kind: 'contact', key: personId },
    prepared.draft?.updatedAt ?? null,
    onTyped,
  );
  const log = useTell('contacts.log');
  const attendance = useWatch({ control, name: 'attendance' });
  const seen = isCode('attendance', attendance) && isSuccessful(attendance);
  useUsualChoices(form, prepared);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.querySelector<HTMLElement>('.ot-mechanism input:checked')?.focus();
  }, []);

  const send = async (values: ContactValues) => {
    const completes = prepared.planned.find(({ id }) => id === values.completes);
    const answer = await log.tell({
      personId,
      caseId: values.caseId === '' ? null : values.caseId,
      ...entryOf(values),
      completes: completes ? { contactId: completes.id, heads: completes.heads } : null,
      plan: planOf(values),
    });
    if (!answer.ok) return atFormFields(answer.error);
    stop();
    const { contactId: made, plannedId } = answer.value;
    onLogged(plannedId === null ? [made] : [made, plannedId], values);
    return undefined;
  };

  return (
    <div className="ot-log" ref={top}>
      {prepared.draft && (
        <DraftNote
          since={prepared.draft.updatedAt}
          onDiscard={() => {
            stop();
            onDiscard(form.getValues());
          }}
        />
      )}
      <Form
        form={form}
        onSubmit={send}
        submit="Save contact"
        actions={<span className="ot-muted">Ctrl+Enter saves{words !== '' && ` · ${words}`}</span>}
      >
        <PlannedChoice form={form} planned={prepared.planned} />
        {prepared.cases.length > 1 && (
          <SelectField
            control={control}
            name="caseId"
            label="Case"
            blank="Without a case"
            options={prepared.cases.map(({ id, neighbourhood, status }) => ({
              value: id,
              label: `${neighbourhood} (${caseStatusLabel(caseStatusSchema.catch('open').parse(status)).toLowerCase()})`,
            }))}
          />
        )}
        <ContactFields form={form} />
        <MissedNote attendance={attendance} missedInRow={prepared.missedInRow} />
        <MoreFields form={form} colleagues={prepared.colleagues} seen={seen} />
        {seen && <InterventionFields form={form} />}
        {seen && (
          <BehaviourFields
            form={form}
            last={prepared.lastBehaviour}
            planGoals={prepared.goals}
            startOpen={prepared.behaviourOpen}
          />
        )}
        <NextFields form={form} due={prepared.due} withPlan />
      </Form>
    </div>
  );
}

/** Two missed contacts in a row want attention, so the second says so while it is entered. */
function MissedNote({ attendance, missedInRow }: { readonly attendance: string; readonly missedInRow: number }) {
  if (!isCode('attendance', attendance) || !isMissed(attendance) || missedInRow === 0) return null;
  return (
    <Callout tone="warning" live title={`This makes ${missedInRow + 1} missed contacts in a row`}>
      <p>Think about another way to reach the person, or a welfare check.</p>
    </Callout>
  );
}

/**
 * Choosing another way of contact brings what usually goes with it, except where this worker has typed something else.
 * The start follows how long it took, as long as nobody has set it: an entry is made right after the contact.
 */
function useUsualChoices(form: UseFormReturn<ContactValues>, prepared: Prepared): void {
  const [mechanism, minutes, completes] = useWatch({
    control: form.control,
    name: ['mechanism', 'minutes', 'completes'],
  });
  const before = useRef({ mechanism, minutes });
  useEffect(() => {
    const last = before.current;
    before.current = { mechanism, minutes };
    if (last.mechanism !== mechanism) {
      for (const [name, value] of Object.entries(choicesFor(prepared, mechanism))) {
        const field = name as 'minutes' | 'location' | 'activities' | 'purpose';
        if (!form.getFieldState(field).isDirty) form.setValue(field, value);
      }
    }
    const set = form.getFieldState('time').isDirty || form.getFieldState('date').isDirty;
    if (last.minutes === minutes || set || completes !== '' || prepared.draft !== null) return;
    const { date, time } = justNow(minutes, new Date());
    form.setValue('date', date);
    form.setValue('time', time);
  }, [form, prepared, mechanism, minutes, completes]);
}

/** A draft may name an appointment that was completed or cancelled meanwhile. */
function knownPlan(prepared: Prepared, values: ContactValues): ContactValues {
  return prepared.planned.some(({ id }) => id === values.completes) ? values : { ...values, completes: '' };
}
