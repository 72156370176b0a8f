import { type CodeOf, codeEntry, codeLabel, codesOf } from './code-lists.ts';

export type DecisionKind = CodeOf<'care-decision'>;

/** What can be chosen for a kind of preference or decision. */
export interface DecisionOption {
  readonly value: string;
  readonly label: string;
}

/** Places are those of the Community Services Data Set; everything else is only what is known of it. */
export function decisionOptions(kind: DecisionKind): readonly DecisionOption[] {
  const states = (codes: readonly CodeOf<'decision-state'>[]) =>
    codes.map((value) => ({ value, label: codeLabel('decision-state', value) }));
  if (codeEntry('care-decision', kind).place !== true) return states(['exists', 'none', 'declined', 'unknown']);
  const places = codesOf('death-location').map((value) => ({ value, label: codeLabel('death-location', value) }));
  return [...places, ...states(['undecided', 'declined'])];
}

/** One thing to put right; `path` is the field. */
export interface DecisionProblem {
  readonly path: 'value' | 'keptWhere' | 'decidedOn' | 'reviewOn';
  readonly message: string;
}

export interface DecisionDraft {
  readonly kind: DecisionKind;
  readonly value: string;
  readonly keptWhere: string;
  readonly decidedOn: string | null;
  readonly reviewOn: string | null;
}

/**
 * What is wrong with a preference or decision. Something that exists must say where it is kept and when it was decided,
 * so that whoever needs it finds the paper itself, which alone counts.
 */
export function checkDecision(draft: DecisionDraft, today: string): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  if (!decisionOptions(draft.kind).some(({ value }) => value === draft.value))
    problems.push({ path: 'value', message: 'Choose what is known' });
  if (draft.value === 'exists' && draft.keptWhere === '')
    problems.push({ path: 'keptWhere', message: 'Say where the paper itself is kept' });
  if (draft.value === 'exists' && draft.decidedOn === null)
    problems.push({ path: 'decidedOn', message: 'Enter the date on the paper' });
  if (draft.decidedOn !== null && draft.decidedOn > today)
    problems.push({ path: 'decidedOn', message: 'The date is in the future' });
  if (draft.reviewOn !== null && draft.decidedOn !== null && draft.reviewOn < draft.decidedOn)
    problems.push({ path: 'reviewOn', message: 'The review cannot be before the decision' });
  return problems;
}
