import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { stayFields } from '../../../shared/contract/stays.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { headsSchema } from '../../../shared/ids.ts';

const day = (missing: string) => z.string().min(1, missing);
const texts = { provider: stayFields.provider, ward: stayFields.ward, reason: stayFields.reason };
const kind = z.string().refine((code) => isCode('stay-kind', code), 'Choose the kind of stay');

/** What the form of an admission holds; dates are `YYYY-MM-DD` or ''. */
export const admitForm = z.object({
  kind,
  ...texts,
  emergency: z.boolean(),
  mentalHealth: z.boolean(),
  admittedOn: day('Enter the day of admission'),
  expectedOn: z.string(),
  hold: z.boolean(),
  reviewOn: z.string(),
});
export type AdmitValues = z.input<typeof admitForm>;

/** What the form of a correction holds. */
export const amendForm = z.object({
  kind,
  ...texts,
  emergency: z.boolean(),
  mentalHealth: z.boolean(),
  admittedOn: day('Enter the day of admission'),
  expectedOn: z.string(),
  readyOn: z.string(),
  delayReason: z.string(),
  delayNote: z.string(),
  dischargedOn: z.string(),
  destination: z.string(),
  /** What the stay said when the form was opened, and its heads: kept with a draft, so that it changes nothing unseen (J4). */
  seen: z.object({ heads: headsSchema, values: z.record(z.string(), z.union([z.string(), z.boolean()])) }),
});
export type AmendValues = z.input<typeof amendForm>;

const orNull = (date: string): string | null => (date === '' ? null : date);

/** What the engine takes of a filled-in admission. */
export function admissionOf(
  { kind: code, expectedOn, hold, reviewOn, ...values }: AdmitValues,
  personId: string,
  caseId: string | null,
): InputOf<'stays.admit'> {
  return {
    ...values,
    personId,
    kind: stayFields.kind.parse(code),
    expectedOn: orNull(expectedOn),
    hold: hold && caseId !== null ? { caseId, reviewOn } : null,
  };
}

/** A stay as its form begins. */
export function amendValues(stay: StayView): AmendValues {
  const values = typedValues(stay);
  return { ...values, seen: { heads: stay.heads, values } };
}

function typedValues(stay: StayView): Typed {
  return {
    kind: stay.kind,
    provider: stay.provider,
    ward: stay.ward,
    reason: stay.reason,
    emergency: stay.emergency,
    mentalHealth: stay.mentalHealth,
    admittedOn: stay.admittedOn,
    expectedOn: stay.expectedOn ?? '',
    readyOn: stay.readyOn ?? '',
    delayReason: stay.delay?.reason ?? '',
    delayNote: stay.delay?.note ?? '',
    dischargedOn: stay.dischargedOn ?? '',
    destination: stay.destination ?? '',
  };
}

type Typed = Omit<AmendValues, 'seen'>;
type Patch = InputOf<'stays.amend'>['patch'];

/** Only what was changed, so that a colleague's change of another field stands. */
export function patchOf({ seen, ...values }: AmendValues): Patch {
  const before = wholeOf(seen.values as Typed);
  const after = wholeOf(values);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Patch]),
    ),
  );
}

function wholeOf({ delayReason, delayNote, kind: code, destination, ...values }: Typed): Patch {
  return {
    ...values,
    kind: stayFields.kind.parse(code),
    expectedOn: orNull(values.expectedOn),
    readyOn: orNull(values.readyOn),
    delay: isCode('delay-reason', delayReason) ? { reason: delayReason, note: delayNote } : null,
    dischargedOn: orNull(values.dischargedOn),
    destination: isCode('discharge-destination', destination) ? destination : null,
  };
}
