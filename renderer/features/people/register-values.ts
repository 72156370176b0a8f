import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { parseNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { type NewPerson, newPersonSchema, type PersonField } from '../../../shared/domain/person-fields.ts';
import { normalisePostcode } from '../../../shared/domain/postcode.ts';
import { type PersonValues, patchSchemaOf, valuesOf } from '../person/details/person-values.ts';

/** What the form asks for at registration; the rest is added on the person's page. */
const fields: readonly PersonField[] = [
  'name',
  'birth',
  'nhsNumber',
  'gender',
  'address',
  'practiceId',
  'neighbourhoodId',
  'phone',
  'mobile',
  'email',
  'ethnicCategory',
  'language',
  'interpreter',
];

export interface RegisterValues extends PersonValues {
  openCase: boolean;
  coordinatorId: string;
  source: string;
  purpose: string;
}

type FirstCase = NonNullable<InputOf<'people.register'>['openCase']>;

/** A registration as the engine takes it, but for the candidates looked at. */
export interface Registration {
  readonly person: NewPerson;
  readonly openCase?: FirstCase;
}

/** The form at its opening. */
export function emptyRegistration(coordinatorId: string): RegisterValues {
  return { ...valuesOf(null), openCase: false, coordinatorId, source: '', purpose: '' };
}

function caseOf({ openCase, coordinatorId, source, purpose }: RegisterValues): FirstCase | undefined {
  if (!openCase) return undefined;
  return {
    status: coordinatorId === '' ? 'proposed' : 'open',
    coordinatorId: coordinatorId === '' ? null : coordinatorId,
    source: isCode('source-of-referral', source) ? source : null,
    purpose,
  };
}

/** Checks a registration: the fields of a person, a practice or neighbourhood, and the first case if one is wanted. */
export const registerSchema = z.custom<RegisterValues>().transform((values, context): Registration => {
  const patch = patchSchemaOf<RegisterValues>(fields).safeParse(values);
  for (const { path, message } of patch.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: [...path], message });
  if (values.practiceId === '' && values.neighbourhoodId === '')
    context.addIssue({ code: 'custom', path: ['practiceId'], message: 'Choose a practice or a neighbourhood' });
  const recorded = Object.entries(patch.data ?? {}).filter(([, value]) => value !== null);
  const person = newPersonSchema.safeParse(Object.fromEntries(recorded)).data;
  if (person === undefined) return z.NEVER;
  const openCase = caseOf(values);
  return { person, ...(openCase && { openCase }) };
});

type DuplicateDraft = InputOf<'people.duplicates'>['draft'];

/** What duplicates are looked for by while the form is filled in; null while it would find half the city. */
export function draftOf({ name, birth, nhsNumber, address }: PersonValues): DuplicateDraft | null {
  const number = parseNhsNumber(nhsNumber);
  const date = birth.known === 'date' && isoDateSchema.safeParse(birth.date).success ? birth.date : null;
  const postcode = normalisePostcode(address.postcode);
  if (!number.ok && (name.family.trim() === '' || (date === null && postcode === null))) return null;
  return {
    // A number alone is enough to look by; a name is part of every draft.
    name: { ...name, family: name.family.trim() === '' ? '?' : name.family },
    ...(number.ok && { nhsNumber: number.value }),
    ...(date !== null && { birth: { date } }),
    ...(postcode !== null && { postcode }),
  };
}
