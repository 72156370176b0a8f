import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { neededFields } from '../../../shared/domain/contact-rules.ts';
import { useSession } from '../../client/session.ts';
import { ComboField } from '../../components/combo-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { Form } from '../../components/form.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TimeField } from '../../components/time-field.tsx';
import type { Prepared } from '../contacts/contact-defaults.ts';
import { atFormFields } from '../contacts/contact-failure.ts';
import { JointField } from '../contacts/joint-field.tsx';
import { placeOptions } from '../contacts/place-options.ts';
import { wordsFor } from '../contacts/words.ts';
import { type PlanValues, planForm } from './plan-values.ts';

interface PlanFormProps {
  readonly start: PlanValues;
  readonly cases: Prepared['cases'];
  readonly colleagues: readonly WorkerView[];
  readonly submit: string;
  readonly onSave: (values: PlanValues) => Promise<Failure | undefined>;
}

/** When, how, where and in whose diary. */
export function PlanForm({ start, cases, colleagues, submit, onSave }: PlanFormProps) {
  const session = useSession();
  const form = useForm<PlanValues>({ resolver: zodResolver(planForm), defaultValues: start });
  const { control } = form;
  const mechanism = useWatch({ control, name: 'mechanism' });
  const workers = [
    { value: session.workerId, label: session.name, hint: 'My own diary' },
    ...colleagues.map(({ id, name, job }) => ({ value: id, label: name, hint: wordsFor('worker-role', job) })),
  ];
  const top = useRef<HTMLDivElement>(null);
  // The search for the person, which had the focus, is gone.
  useEffect(() => top.current?.querySelector('input')?.focus(), []);
  return (
    <div className="ot-log" ref={top}>
      <Form form={form} onSubmit={async (values) => atFormFields(await onSave(values))} submit={submit}>
        <FieldRow>
          <DateField control={control} name="date" label="Date" />
          <TimeField control={control} name="time" label="Start time" />
        </FieldRow>
        <FieldRow>
          <SelectField control={control} name="mechanism" label="How" options={codeOptions('consultation-mechanism')} />
          <NumberField control={control} name="minutes" label="Time to keep" suffix="minutes" width={3} optional />
        </FieldRow>
        <FieldRow>
          {neededFields('5', mechanism).includes('location') && (
            <SelectField
              control={control}
              name="location"
              label="Where"
              options={placeOptions}
              blank="Not said"
              optional
            />
          )}
          <SelectField
            control={control}
            name="purpose"
            label="What it is for"
            options={codeOptions('contact-purpose')}
            blank="Not said"
            optional
          />
        </FieldRow>
        <TextAreaField control={control} name="note" label="Note for the visit" rows={3} optional />
        {cases.length > 1 && (
          <SelectField
            control={control}
            name="caseId"
            label="Case"
            blank="Without a case"
            options={cases.map(({ id, neighbourhood }) => ({ value: id, label: neighbourhood }))}
          />
        )}
        <ComboField control={control} name="workerId" label="In whose diary" options={workers} />
        <JointField control={control} name="jointWith" label="Who comes along (optional)" colleagues={colleagues} />
      </Form>
    </div>
  );
}
