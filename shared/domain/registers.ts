import { type CheckKind, vaccinations } from './checks.ts';

/** The registers: lists of people to whom something is due. Each is one check, vaccinations one of several, or wishes. */
export const registers = [
  'end-of-life',
  'carers',
  'learning-disability',
  'severe-mental-illness',
  'retinal-screening',
  'nhs-health-check',
  'vaccinations',
] as const;
export type Register = (typeof registers)[number];

export const registerWords: Readonly<Record<Register, string>> = {
  'end-of-life': 'End of life',
  carers: 'Carers',
  'learning-disability': 'Learning disability',
  'severe-mental-illness': 'Severe mental illness',
  'retinal-screening': 'Diabetic eye screening',
  'nhs-health-check': 'NHS Health Check',
  vaccinations: 'Vaccinations',
};

const kinds: Readonly<Record<Register, readonly CheckKind[]>> = {
  'end-of-life': [],
  carers: ['carers-assessment'],
  'learning-disability': ['learning-disability-check'],
  'severe-mental-illness': ['smi-physical-check'],
  'retinal-screening': ['retinal-screening'],
  'nhs-health-check': ['nhs-health-check'],
  vaccinations,
};

/** The checks that a register is about, the usual one first; none for the end-of-life register, which is about wishes. */
export const kindsOf = (register: Register): readonly CheckKind[] => kinds[register];

/** The flag whose holders are on the end-of-life register. */
export const endOfLifeFlag = 'end-of-life';
/** Decisions that count as recorded wishes on the end-of-life register. */
export const wishes = ['place-of-care', 'place-of-death'] as const;
