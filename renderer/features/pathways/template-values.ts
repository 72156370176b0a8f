import { z } from 'zod';
import type { PathwayTemplateView } from '../../../shared/contract/pathways.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { stepSchema, suggestSchema, type TemplateStep } from '../../../shared/domain/pathways.ts';
import { line, note } from '../../../shared/domain/plain-text.ts';

/** A template as it stands in its form: a step's time is a number and a unit beside each other. */
export const templateForm = z.object({
  name: line(60),
  about: note(300),
  flags: suggestSchema.shape.flags,
  conditions: suggestSchema.shape.conditions,
  stays: z.array(codeSchema('stay-kind')),
  steps: z
    .array(
      z.object({
        code: stepSchema.shape.code,
        words: line(160),
        who: z.string().min(1, 'Choose who does it').pipe(codeSchema('pathway-who')),
        days: z
          .number({ error: 'Enter a number of days' })
          .int('Enter whole days')
          .min(0, 'Enter 0 days or more')
          .max(730, 'Enter at most 730 days'),
        unit: z.enum(['working', 'calendar']),
        evidence: z.string(),
      }),
    )
    .min(1, 'Add at least one step')
    .max(40, 'At most 40 steps'),
});
export type TemplateInput = z.input<typeof templateForm>;
export type TemplateValues = z.output<typeof templateForm>;

/** A step that nobody has written yet, with a code of its own. */
export const newStep = (): TemplateInput['steps'][number] => ({
  code: crypto.randomUUID(),
  words: '',
  who: '',
  days: 5,
  unit: 'working',
  evidence: '',
});

/** What the form begins with: the template, or a first empty step. */
export function valuesOf(template: PathwayTemplateView | null): TemplateInput {
  if (template === null) return { name: '', about: '', flags: [], conditions: [], stays: [], steps: [newStep()] };
  const { name, about, suggest, steps } = template;
  return {
    name,
    about,
    flags: suggest.flags,
    conditions: suggest.conditions,
    stays: z.array(codeSchema('stay-kind')).parse(suggest.stays),
    steps: steps.map(({ code, words, who, within, evidence }) => ({
      code,
      words,
      who,
      days: within.days,
      unit: within.unit,
      evidence: evidence ?? '',
    })),
  };
}

/** What is sent of it. */
export function contentOf({ name, about, flags, conditions, stays, steps }: TemplateValues) {
  return {
    name,
    about,
    suggest: { flags, conditions, stays },
    steps: steps.map(({ days, unit, evidence, ...step }) => ({
      ...step,
      within: { days, unit } satisfies TemplateStep['within'],
      evidence,
    })),
  };
}
