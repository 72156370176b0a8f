import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { checkStates } from '../../../shared/domain/checks.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { kindsOf, registers } from '../../../shared/domain/registers.ts';
import { idSchema } from '../../../shared/ids.ts';

/** The view of a register that the address holds. */
export const registerView = z.object({
  register: z.enum(registers).optional().catch(undefined),
  kind: codeSchema('check').optional().catch(undefined),
  whose: z.enum(['mine', 'team']).optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
  state: z.enum(checkStates).optional().catch(undefined),
});
export type RegisterView = z.output<typeof registerView>;
export type RegisterInput = Omit<InputOf<'registers.list'>, 'offset' | 'limit'>;

/** What the engine is asked for a view. */
export function registerInput({
  register = 'end-of-life',
  kind,
  whose,
  neighbourhood,
  state,
}: RegisterView): RegisterInput {
  return {
    register,
    ...(kind && kindsOf(register).includes(kind) && { kind }),
    ...(whose && { whose }),
    ...(neighbourhood && { neighbourhoodId: neighbourhood }),
    ...(state && { states: [state] }),
  };
}
