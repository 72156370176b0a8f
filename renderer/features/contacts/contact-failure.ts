import type { Failure } from '../../../shared/contract/answer.ts';
import { fieldProblems } from '../../components/field-problems.ts';

/** Where the engine's fields stand in the form. */
const places: Readonly<Record<string, string>> = {
  startsAt: 'time',
  'cancellation.reason': 'cancellationReason',
  cancellation: 'cancellationReason',
  behaviour: 'techniques',
  'plan.startsAt': 'planDate',
  'plan.minutes': 'planMinutes',
  'plan.location': 'planMechanism',
};

/** A refusal with its problems at the fields of the form. */
export function atFormFields(failure: Failure | undefined): Failure | undefined {
  const problems = fieldProblems(failure);
  if (failure === undefined || problems.length === 0) return failure;
  const details = problems.map(({ path, message }) => {
    const plain = path.replace(/^patch\./u, '');
    const inside = plain.startsWith('behaviour.') ? (plain.split('.')[1] ?? plain) : plain;
    return { path: places[plain] ?? inside, message };
  });
  return { ...failure, details };
}
