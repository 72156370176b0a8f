import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo, useRef } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import type { Failure } from '../../../shared/contract/answer.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { Form } from '../../components/form.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TimeField } from '../../components/time-field.tsx';
import { activityOptions } from './activity-options.ts';
import { DraftNote } from './draft-note.tsx';
import { GroupMember } from './group-member.tsx';
import { type GroupValues, groupForm, newMember } from './group-values.ts';
import { JointField } from './joint-field.tsx';
import { useKeptDraft } from './kept-draft.ts';
import { PersonPicker } from './person-picker.tsx';
import { placeOptions } from './place-options.ts';

interface GroupFormProps {
  readonly start: GroupValues;
  readonly draft: { readonly kind: string; readonly key: string };
  /** When the draft that the form begins with was kept. */
  readonly since: string | null;
  readonly onSave: (values: GroupValues) => Promise<Failure | undefined>;
  readonly onDiscard: () => void;
}

/** A session, and for each person whether they came. */
export function GroupForm({ start, draft, since, onSave, onDiscard }: GroupFormProps) {
  const form = useForm<GroupValues>({ resolver: zodResolver(groupForm), defaultValues: start });
  const { control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'people' });
  const { words, stop } = useKeptDraft(form, draft, since);
  const colleagues = useColleagues();
  const send = async (values: GroupValues) => {
    const failure = await onSave(values);
    if (failure === undefined) stop();
    return failure;
  };
  const missing = formState.errors.people?.root?.message ?? formState.errors.people?.message;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector<HTMLInputElement>('form input')?.focus(), []);
  return (
    <div className="ot-log" ref={top}>
      {since !== null && (
        <DraftNote
          since={since}
          onDiscard={() => {
            stop();
            onDiscard();
          }}
        />
      )}
      <Form
        form={form}
        onSubmit={send}
        submit="Save the session"
        actions={<span className="ot-muted">Ctrl+Enter saves{words !== '' && ` · ${words}`}</span>}
      >
        <TextField control={control} name="title" label="What session was it?" spellCheck />
        <FieldRow>
          <DateField control={control} name="date" label="Date" />
          <TimeField control={control} name="time" label="Start time" />
        </FieldRow>
        <FieldRow>
          <NumberField control={control} name="minutes" label="How long" suffix="minutes" width={3} />
          <SelectField control={control} name="location" label="Where" options={placeOptions} blank="Choose a place" />
        </FieldRow>
        <SelectField
          control={control}
          name="purpose"
          label="What it was for"
          options={codeOptions('contact-purpose')}
          blank="Not said"
          optional
        />
        <CheckboxesField
          control={control}
          name="activities"
          label="What was done (optional)"
          options={activityOptions}
          look="chips"
        />
        <JointField control={control} name="jointWith" label="Led together with (optional)" colleagues={colleagues} />
        <TextAreaField
          control={control}
          name="note"
          label="Note about the session"
          hint="Nothing about single people: it is not in their records."
          rows={2}
          optional
        />
        <h3 className="ot-contact__part">People ({fields.length})</h3>
        {missing !== undefined && <p className="nhsuk-error-message">{missing}</p>}
        <ul className="ot-group">
          {fields.map(({ id, name }, index) => (
            <GroupMember key={id} form={form} index={index} name={name} onRemove={() => remove(index)} />
          ))}
        </ul>
        <PersonPicker
          label="Add a person"
          onPick={({ value, label }) => {
            if (!form.getValues('people').some(({ personId }) => personId === value)) append(newMember(value, label));
          }}
        />
      </Form>
    </div>
  );
}

/** Workers of one's own teams who may have led the session too. */
function useColleagues() {
  const { workerId, neighbourhoods } = useSession();
  const { data } = useAsk('team.workers', {});
  return useMemo(
    () =>
      (data?.workers ?? []).filter(
        (worker) =>
          worker.id !== workerId && worker.neighbourhoods.some(({ id }) => neighbourhoods.some((own) => own.id === id)),
      ),
    [data, workerId, neighbourhoods],
  );
}
