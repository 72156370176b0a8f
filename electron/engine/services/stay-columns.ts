import type { StayFields } from '../../../shared/contract/stays.ts';
import type { StayDraft } from '../../../shared/domain/stay-rules.ts';
import type { NewRow, RowPatch } from '../journal/record.ts';
import { parseJson } from '../store/person-columns.ts';
import type { StayRow } from '../store/stays.ts';

export type StayPatch = { [F in keyof StayFields]?: StayFields[F] | undefined };

const orNull = (text: string): string | null => (text === '' ? null : text);

/** How each field is kept: the one place where names of the contract and of columns meet. '' is no value. */
const columns = {
  kind: (value) => ({ kind: value }),
  provider: (value) => ({ provider: orNull(value) }),
  ward: (value) => ({ ward: orNull(value) }),
  reason: (value) => ({ reason: orNull(value) }),
  emergency: (value) => ({ emergency: Number(value) }),
  mentalHealth: (value) => ({ mental_health: Number(value) }),
  admittedOn: (value) => ({ admitted_on: value }),
  expectedOn: (value) => ({ expected_on: value }),
  readyOn: (value) => ({ ready_on: value }),
  delay: (value) => ({
    delay: value === null ? null : JSON.stringify({ reason: value.reason, ...(value.note && { note: value.note }) }),
  }),
  dischargedOn: (value) => ({ discharged_on: value }),
  destination: (value) => ({ destination: value }),
} satisfies { [F in keyof StayFields]: (value: StayFields[F]) => RowPatch<'stays'> };

/** Fields as columns; those not given are not there. */
export function stayColumns<F extends StayPatch>(fields: F): RowPatch<'stays'> {
  const patch: RowPatch<'stays'> = {};
  for (const [field, value] of Object.entries(fields)) {
    const column = columns[field as keyof StayFields] as ((value: unknown) => RowPatch<'stays'>) | undefined;
    if (value !== undefined && column) Object.assign(patch, column(value));
  }
  return patch;
}

type Begun = 'kind' | 'emergency' | 'mentalHealth' | 'admittedOn';

/** A new row of `stays`. */
export const newStay = (
  of: { readonly personId: string; readonly caseId: string | null; readonly recordedBy: string },
  fields: StayPatch & Pick<StayFields, Begun>,
): NewRow<'stays'> =>
  ({
    ...stayColumns(fields),
    person_id: of.personId,
    case_id: of.caseId,
    recorded_by: of.recordedBy,
  }) as NewRow<'stays'>;

/** The delay of a stay. */
export const delayOf = (stay: StayRow): { reason: string; note?: string } | null => parseJson(stay.delay);

/** The part of a stored stay that the rules look at. */
export const storedDraft = (stay: StayRow): StayDraft => ({
  kind: stay.kind as StayDraft['kind'],
  admittedOn: stay.admitted_on,
  expectedOn: stay.expected_on,
  readyOn: stay.ready_on,
  delay: delayOf(stay),
  dischargedOn: stay.discharged_on,
  destination: stay.destination as StayDraft['destination'],
});
