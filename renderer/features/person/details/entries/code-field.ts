import { z } from 'zod';
import { type CodeListName, type CodeOf, isCode } from '../../../../../shared/domain/code-lists.ts';

/** A code that a control gives: '' until something is chosen, which is refused with what to do. */
export function chosenCode<L extends CodeListName>(list: L, missing: string) {
  return z.string().transform((code, context): CodeOf<L> => {
    if (isCode(list, code)) return code;
    context.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });
}
