import type { Failure } from '../../../../shared/contract/answer.ts';
import { fieldProblems } from '../../../components/field-problems.ts';

/** A failure whose problems name the fields as the form does: without the part of the input that the form fills. */
export function withoutPrefix(failure: Failure, prefix: string): Failure {
  const problems = fieldProblems(failure);
  if (problems.length === 0) return failure;
  return {
    ...failure,
    details: problems.map(({ path, message }) => ({
      path: path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path,
      message,
    })),
  };
}
