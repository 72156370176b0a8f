import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { type CodeOf, codeSchema } from '../../../shared/domain/code-lists.ts';
import { neededFields } from '../../../shared/domain/contact-rules.ts';
import { instantOf } from '../../../shared/domain/london-time.ts';

/** What stands in the form of an appointment. */
export const planForm = z.object({
  caseId: z.string(),
  workerId: z.string(),
  date: z.string().min(1, 'Enter the date').pipe(isoDateSchema),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time, such as 14:05'),
  mechanism: codeSchema('consultation-mechanism'),
  minutes: z.union([z.int(), z.null()], 'Enter whole minutes, such as 45'),
  location: z.string(),
  purpose: z.string(),
  note: z.string(),
  jointWith: z.array(z.string()),
});
export type PlanValues = z.output<typeof planForm>;

/** The appointment as the engine takes it. */
export function appointmentOf(values: PlanValues) {
  const inPerson = neededFields('5', values.mechanism).includes('location');
  return {
    startsAt: instantOf(values.date, values.time),
    mechanism: values.mechanism,
    minutes: values.minutes,
    location: inPerson && values.location !== '' ? (values.location as CodeOf<'activity-location'>) : null,
    purpose: values.purpose === '' ? null : (values.purpose as CodeOf<'contact-purpose'>),
    note: values.note,
    jointWith: values.jointWith,
  };
}
