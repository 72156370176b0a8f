import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { type CodeOf, codesOf, isCode } from '../../../shared/domain/code-lists.ts';
import { isCancelled } from '../../../shared/domain/contact-rules.ts';
import { instantOf } from '../../../shared/domain/london-time.ts';

const member = z.object({
  personId: z.string(),
  name: z.string(),
  attendance: z.string(),
  cancellationReason: z.string(),
  note: z.string(),
});

/** What stands in the form of a group session. */
export const groupForm = z.object({
  title: z.string().min(1, 'Enter what the session was'),
  date: z.string().min(1, 'Enter the date').pipe(isoDateSchema),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time, such as 14:05'),
  minutes: z
    .union([z.int(), z.null()], 'Enter whole minutes, such as 45')
    .refine((minutes): boolean => minutes !== null, 'Enter whole minutes, such as 45'),
  location: z.string(),
  purpose: z.string(),
  note: z.string(),
  activities: z.array(z.string()),
  jointWith: z.array(z.string()),
  people: z.array(member).min(1, 'Add at least one person'),
});
export type GroupValues = z.output<typeof groupForm>;

const [onTime = ''] = codesOf('attendance');

/** Somebody who was expected at the session. */
export const newMember = (personId: string, name: string): GroupValues['people'][number] => ({
  personId,
  name,
  attendance: onTime,
  cancellationReason: '',
  note: '',
});

/** The session as the engine takes it. */
export function sessionOf(values: GroupValues): InputOf<'contacts.logGroup'> {
  return {
    title: values.title,
    startsAt: instantOf(values.date, values.time),
    minutes: values.minutes ?? 0,
    location: values.location === '' ? null : (values.location as CodeOf<'activity-location'>),
    purpose: values.purpose === '' ? null : (values.purpose as CodeOf<'contact-purpose'>),
    note: values.note,
    activities: values.activities.filter((code) => isCode('activity-type', code)),
    jointWith: values.jointWith,
    people: values.people.map(({ personId, attendance, cancellationReason, note }) => ({
      personId,
      note,
      attendance: attendance as CodeOf<'attendance'>,
      cancellation:
        isCode('attendance', attendance) && isCancelled(attendance) && isCode('cancellation-reason', cancellationReason)
          ? { reason: cancellationReason }
          : null,
    })),
  };
}
