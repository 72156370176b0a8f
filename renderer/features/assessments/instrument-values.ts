import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { isoDateSchema, localDateOf } from '../../../shared/domain/british-date.ts';
import type { Instrument } from '../../../shared/domain/instrument-definition.ts';
import { type Answers, alertingItem, answerProblems } from '../../../shared/domain/instrument-scoring.ts';
import { instantOf } from '../../../shared/domain/london-time.ts';
import { note } from '../../../shared/domain/plain-text.ts';

/** What the form of an instrument holds. An answer is null until it is given. */
export interface InstrumentValues {
  date: string;
  answers: Record<string, number | null>;
  safety: string;
  /** What was done for safety is recorded later: an urgent task. */
  later: boolean;
  note: string;
}

/** The answers that were given. */
export const given = (answers: InstrumentValues['answers']): Answers =>
  Object.fromEntries(Object.entries(answers).filter((entry): entry is [string, number] => entry[1] !== null));

/** An empty form, or the draft of one. Answers that the instrument does not know are left out. */
export function startValues(instrument: Instrument, today: string, draft: unknown): InstrumentValues {
  const kept = z
    .object({
      date: isoDateSchema.catch(today),
      answers: z.record(z.string(), z.number().nullable()).catch({}),
      safety: z.string().catch(''),
      later: z.boolean().catch(false),
      note: z.string().catch(''),
    })
    .catch({ date: today, answers: {}, safety: '', later: false, note: '' })
    .parse(draft ?? {});
  const answers = instrument.items.map(({ id }) => [id, kept.answers[id] ?? null] as const);
  return { ...kept, answers: Object.fromEntries(answers) };
}

/** Checks the form by the instrument's own rules, which are the engine's. */
export function valuesSchema(instrument: Instrument, today: string) {
  return z
    .object({
      date: isoDateSchema.refine((date) => date <= today, 'Enter when it was filled in: today or earlier'),
      answers: z.record(z.string(), z.number().nullable()),
      safety: note(5000),
      later: z.boolean(),
      note: note(5000),
    })
    .superRefine(({ answers, safety, later }, context) => {
      for (const { item, message } of answerProblems(instrument, given(answers)))
        context.addIssue({ code: 'custom', path: ['answers', item], message });
      if (alertingItem(instrument, given(answers)) !== null && safety === '' && !later)
        context.addIssue({
          code: 'custom',
          path: ['safety'],
          message: 'Say what was done, or tick that you record it later',
        });
    });
}

/** The call that records it. Of today it was now; of an earlier day, noon. */
export function recordOf(
  personId: string,
  instrument: Instrument,
  values: InstrumentValues,
  now: string,
): InputOf<'instruments.record'> {
  const answers = given(values.answers);
  return {
    personId,
    instrument: instrument.id,
    takenAt: values.date === localDateOf(now) ? now : instantOf(values.date, '12:00'),
    answers,
    note: values.note,
    safety: alertingItem(instrument, answers) === null ? '' : values.safety,
  };
}
