import { z } from 'zod';
import { type AnswerView, answerFields } from '../../../shared/contract/assessments.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';

type Domains = OutputOf<'assessments.open'>['domains'];
type Domain = Domains[number]['domain'];

/** One life domain in the form. `follows` is the answer that it began with. */
export type AnswerValues = {
  strengths: string;
  /** '' while nothing is chosen. */
  level: string;
  helps: string;
  note: string;
  source: string;
  follows: string;
};

export interface AssessmentValues {
  askedOn: string;
  domains: Record<string, AnswerValues>;
}

const texts = ['strengths', 'helps', 'note', 'source'] as const;

/** A life domain as it was last answered, ready to be changed. */
const fromAnswer = (current: AnswerView | null): AnswerValues => ({
  strengths: current?.strengths ?? '',
  level: current?.level === null || current === null ? '' : String(current.level),
  helps: current?.helps ?? '',
  note: current?.note ?? '',
  source: current?.source ?? '',
  follows: current?.id ?? '',
});

const draftSchema = z.object({
  askedOn: isoDateSchema,
  domains: z.record(
    z.string(),
    z.object({
      strengths: z.string(),
      level: z.string(),
      helps: z.string(),
      note: z.string(),
      source: z.string(),
      follows: z.string(),
    }),
  ),
});

/** The form: the newest answers, under whatever a draft changed. A domain that a draft left as it was shows what is newest now. */
export function startValues(domains: Domains, today: string, draft: unknown): AssessmentValues {
  const kept = draftSchema.safeParse(draft);
  const values = domains.map(({ domain, current, earlier }) => {
    const fresh = fromAnswer(current);
    const drafted = kept.success ? kept.data.domains[domain] : undefined;
    if (drafted === undefined) return [domain, fresh] as const;
    const begun = [current, ...earlier].find((answer) => answer?.id === drafted.follows) ?? null;
    return [domain, differs(drafted, fromAnswer(begun)) ? drafted : fresh] as const;
  });
  return { askedOn: kept.success ? kept.data.askedOn : today, domains: Object.fromEntries(values) };
}

/** Whether anything that is said differs. */
export const differs = (a: AnswerValues, b: AnswerValues): boolean =>
  a.level !== b.level || texts.some((field) => a[field].trim() !== b[field].trim());

/** The domains that were changed against the answers that they began with, in order. */
export function changedDomains(values: AssessmentValues, domains: Domains): readonly Domain[] {
  return domains.flatMap(({ domain, current, earlier }) => {
    const now = values.domains[domain];
    if (now === undefined) return [];
    const begun = [current, ...earlier].find((answer) => answer?.id === now.follows) ?? null;
    return differs(now, fromAnswer(begun)) ? [domain] : [];
  });
}

/** Checks texts by the endpoint's own rules. */
export const assessmentForm = (today: string) =>
  z.object({
    askedOn: isoDateSchema.refine((date) => date <= today, 'Enter when it was asked: today or earlier'),
    domains: z.record(
      z.string(),
      z.object({
        strengths: answerFields.strengths,
        level: z.string(),
        helps: answerFields.helps,
        note: answerFields.note,
        source: answerFields.source,
        follows: z.string(),
      }),
    ),
  });

/**
 * The call that saves what was changed and nothing else. Each answer names the one that its author was shown, so that
 * nobody's newer answer is covered unseen.
 */
export function saveOf(personId: string, values: AssessmentValues, domains: Domains): InputOf<'assessments.save'> {
  return {
    personId,
    askedOn: values.askedOn,
    answers: changedDomains(values, domains).map((domain) => {
      const { level, follows, ...said } = values.domains[domain] ?? fromAnswer(null);
      return {
        domain,
        ...said,
        level: level === '' ? null : Number(level),
        follows: follows === '' ? null : follows,
      };
    }),
  };
}
