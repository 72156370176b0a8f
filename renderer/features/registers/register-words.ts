import { type CheckState, stateWords } from '../../../shared/domain/checks.ts';
import type { Register } from '../../../shared/domain/registers.ts';

/** What a state is called on a register; on the end-of-life register it is about wishes. */
export const stateWordOn = (register: Register, state: CheckState): string =>
  register === 'end-of-life' ? (state === 'done' ? 'Wishes recorded' : 'Wishes not recorded') : stateWords[state];

/** The states that a register knows, in the order of the work. */
export const statesOf = (register: Register): readonly CheckState[] =>
  register === 'end-of-life' ? ['due', 'done'] : ['due', 'offered', 'accepted', 'declined', 'done'];

/** Who is on a register, and what its states mean. */
export const about: Readonly<Record<Register, string>> = {
  'end-of-life':
    'Everybody with the flag “On the end-of-life register”. Wishes are recorded when a preferred place of care or of death is in the plan.',
  carers:
    'Everybody with the flag Carer or Young carer. An assessment is due once, and again after twelve months; an offer counts for twelve months.',
  'learning-disability':
    'Everybody from 14 years with a learning disability. The health check is due every twelve months.',
  'severe-mental-illness':
    'Everybody with severe mental illness. The check is done with its sixth part, and due every twelve months.',
  'retinal-screening':
    'Everybody from 12 years with diabetes. Shown as due after twelve months; the screening programme itself calls people at low risk every 24.',
  'nhs-health-check':
    'Everybody from 40 to 74 years without a condition that the check looks for. Due every five years.',
  vaccinations:
    'Those for whom the vaccination is recommended by age, condition or flag. Flu is due from September each year.',
};
