import { useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { formatDate, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { formatWeekday } from '../../components/format.ts';
import { TimeField } from '../../components/time-field.tsx';
import type { ContactValues } from './contact-values.ts';

/** When the contact was: in words with its weekday, and as boxes once it is to be changed or something is wrong with it. */
export function WhenFields({ form }: { readonly form: UseFormReturn<ContactValues> }) {
  const { control, formState } = form;
  const today = useToday();
  const [date, time] = useWatch({ control, name: ['date', 'time'] });
  const [changing, setChanging] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const readable = isoDateSchema.safeParse(date).success;
  const wrong = !readable || formState.errors.date !== undefined || formState.errors.time !== undefined;
  useEffect(() => {
    if (changing) fields.current?.querySelector('input')?.focus();
  }, [changing]);

  if (!changing && !wrong)
    return (
      <p className="ot-when">
        <span className="ot-when__term">When</span>
        <span>
          {date === today ? 'Today' : `${formatWeekday(date)} (${formatDate(date)})`} at {time}
        </span>
        <Button look="quiet" size="small" aria-label="Change when" onClick={() => setChanging(true)}>
          Change
        </Button>
      </p>
    );
  return (
    <div ref={fields}>
      <FieldRow>
        <DateField control={control} name="date" label="Date" />
        <TimeField control={control} name="time" label="Start time" />
      </FieldRow>
    </div>
  );
}
