import { type UseFormReturn, useWatch } from 'react-hook-form';
import { addDays, formatDate, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TimeField } from '../../components/time-field.tsx';
import type { ContactValues } from './contact-values.ts';
import { EntrySection } from './entry-section.tsx';

const mechanisms = codeOptions('consultation-mechanism');
const spans = [
  { label: 'Tomorrow', days: 1 },
  { label: '1 week', days: 7 },
  { label: '2 weeks', days: 14 },
  { label: '4 weeks', days: 28 },
];

const isDate = (value: string) => isoDateSchema.safeParse(value).success;

/** What happens next: when the next contact is due, and the appointment if it is made already. */
export function NextFields({
  form,
  due,
  withPlan,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly due: { readonly on: string; readonly sentence: string } | null;
  /** An amendment changes when the next contact is due, but makes no appointments. */
  readonly withPlan: boolean;
}) {
  const { control } = form;
  const today = useToday();
  const [nextDueOn, planned, planDate, planTime] = useWatch({
    control,
    name: ['nextDueOn', 'planned', 'planDate', 'planTime'],
  });
  const byTier = due === null ? '' : `by ${formatDate(due.on)} (${due.sentence.replace(/\.$/u, '')})`;
  const summary =
    planned && isDate(planDate)
      ? `appointment on ${formatDate(planDate)}${planTime && `, ${planTime}`}`
      : isDate(nextDueOn)
        ? `due by ${formatDate(nextDueOn)}`
        : byTier;
  const set = (name: 'nextDueOn' | 'planDate', days: number) =>
    form.setValue(name, addDays(today, days), { shouldDirty: true });
  return (
    <EntrySection
      form={form}
      title="What happens next"
      summary={summary}
      fields={['nextDueOn', 'planDate', 'planTime', 'planMechanism', 'planMinutes']}
    >
      <DateField
        control={control}
        name="nextDueOn"
        label="Next contact due by (optional)"
        {...(byTier !== '' && { hint: `Without a date: ${byTier}` })}
      />
      <Spans label="Next contact due in" onPick={(days) => set('nextDueOn', days)} />
      {withPlan && <CheckboxField control={control} name="planned" label="Put the next appointment into my diary" />}
      {withPlan && planned && (
        <>
          <FieldRow>
            <DateField control={control} name="planDate" label="Date of the appointment" />
            <TimeField control={control} name="planTime" label="Start time of the appointment" />
          </FieldRow>
          <Spans label="Appointment in" onPick={(days) => set('planDate', days)} />
          <FieldRow>
            <SelectField control={control} name="planMechanism" label="How it will be" options={mechanisms} />
            <NumberField
              control={control}
              name="planMinutes"
              label="Time to keep"
              suffix="minutes"
              width={3}
              optional
            />
          </FieldRow>
        </>
      )}
    </EntrySection>
  );
}

function Spans({ label, onPick }: { readonly label: string; readonly onPick: (days: number) => void }) {
  return (
    <div className="ot-spans">
      {spans.map(({ label: words, days }) => (
        <Button
          key={days}
          look="quiet"
          size="small"
          aria-label={`${words}: ${label.toLowerCase()}`}
          onClick={() => onPick(days)}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
