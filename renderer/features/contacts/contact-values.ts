import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { type CodeOf, isCode } from '../../../shared/domain/code-lists.ts';
import { isCancelled, isSuccessful, neededFields } from '../../../shared/domain/contact-rules.ts';
import { instantOf } from '../../../shared/domain/london-time.ts';

const realDate = z.union([isoDateSchema, z.literal('')], 'Enter a real date, such as 27 3 2026');
const neededDate = z.string().min(1, 'Enter the date').pipe(isoDateSchema);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time, such as 14:05');
const minutes = z.union([z.int(), z.null()], 'Enter whole minutes, such as 45');
const ruler = z.number().nullable();

/** What stands in the boxes of the form. '' and null mean nothing entered. Everything else is for the engine to judge. */
export const contactValues = z.object({
  caseId: z.string(),
  /** Planned contact that this completes. */
  completes: z.string(),
  date: neededDate,
  time: clockTime,
  mechanism: z.string(),
  attendance: z.string(),
  cancellationReason: z.string(),
  minutes,
  location: z.string(),
  subject: z.string(),
  consultationType: z.string(),
  activities: z.array(z.string()),
  purpose: z.string(),
  note: z.string(),
  jointWith: z.array(z.string()),
  nextDueOn: realDate,
  planned: z.boolean(),
  planDate: realDate,
  planTime: z.string(),
  planMechanism: z.string(),
  planMinutes: minutes,
  techniques: z.array(z.string()),
  readiness: ruler,
  importance: ruler,
  confidence: ruler,
  stage: z.string(),
  homework: z.string(),
  /** `goalId`: a goal of the care plan, or '' for one in words alone. */
  goals: z.array(z.object({ goalId: z.string(), goal: z.string(), rating: z.string() })),
  interventions: z.array(z.string()),
  responses: z.record(z.string(), z.string()),
});
export type ContactValues = z.output<typeof contactValues>;

/** The schema of the form: with a plan, its date and time are needed too. */
export const contactForm = contactValues.superRefine((values, context) => {
  if (!values.planned) return;
  if (values.planDate === '')
    context.addIssue({ code: 'custom', path: ['planDate'], message: 'Enter the date of the appointment' });
  if (!clockTime.safeParse(values.planTime).success)
    context.addIssue({ code: 'custom', path: ['planTime'], message: 'Enter a time, such as 14:05' });
});

type LogInput = InputOf<'contacts.log'>;
type Entry = Omit<LogInput, 'personId' | 'caseId' | 'completes' | 'plan'>;

const orNull = <T extends string>(value: string): T | null => (value === '' ? null : (value as T));

/** What the fields say, as the engine takes it. What does not go with the outcome is left out, so nothing hidden is sent. */
export function entryOf(values: ContactValues): Required<Entry> {
  const attendance = values.attendance as CodeOf<'attendance'>;
  const mechanism = values.mechanism as CodeOf<'consultation-mechanism'>;
  const seen = isSuccessful(attendance);
  const goals = values.goals.filter(({ goal, rating }) => goal.trim() !== '' && rating !== '');
  const behaviour = {
    techniques: values.techniques as CodeOf<'behaviour-technique'>[],
    readiness: values.readiness,
    importance: values.importance,
    confidence: values.confidence,
    stage: orNull<CodeOf<'stage-of-change'>>(values.stage),
    homework: values.homework,
    goals: goals.map(({ goalId, goal, rating }) => ({
      goal,
      rating: Number(rating),
      ...(goalId !== '' && { goalId }),
    })),
  };
  const { readiness, importance, confidence, stage, homework, techniques } = behaviour;
  const worked =
    techniques.length + goals.length > 0 ||
    homework.trim() !== '' ||
    [readiness, importance, confidence, stage].some((part) => part !== null);
  return {
    startsAt: instantOf(values.date, values.time),
    attendance,
    mechanism,
    minutes: seen ? values.minutes : null,
    subject: seen ? orNull(values.subject) : null,
    location: neededFields('5', mechanism).includes('location') ? orNull(values.location) : null,
    cancellation:
      isCancelled(attendance) && isCode('cancellation-reason', values.cancellationReason)
        ? { reason: values.cancellationReason }
        : null,
    consultationType: seen ? orNull(values.consultationType) : null,
    activities: seen ? (values.activities as CodeOf<'activity-type'>[]) : [],
    purpose: orNull(values.purpose),
    note: values.note,
    jointWith: values.jointWith,
    nextDueOn: orNull(values.nextDueOn),
    behaviour: seen && worked ? behaviour : null,
    interventions: seen
      ? values.interventions.map((code) => ({
          code: code as CodeOf<'brief-intervention'>,
          response: (values.responses[code] ?? 'advice') as CodeOf<'brief-intervention-response'>,
        }))
      : [],
  };
}

/** The appointment that goes with the entry, or null. */
export function planOf(values: ContactValues): LogInput['plan'] {
  if (!values.planned) return null;
  const { location } = entryOf({ ...values, mechanism: values.planMechanism });
  return {
    startsAt: instantOf(values.planDate, values.planTime),
    mechanism: values.planMechanism as CodeOf<'consultation-mechanism'>,
    minutes: values.planMinutes,
    location: location ?? null,
    purpose: orNull(values.purpose),
    jointWith: [],
  };
}
