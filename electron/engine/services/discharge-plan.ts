import type { DischargeEffect, DischargeOutcome } from '../../../shared/contract/discharge-view.ts';
import { type DischargeField, isDischargeField } from '../../../shared/domain/discharge-fields.ts';
import type { QueryContext } from '../context.ts';
import { type DischargedPerson, findDischarged } from '../imports/discharge-person.ts';
import { type DischargeIssue, readDischarge, type SaidDischarge } from '../imports/discharge-row.ts';
import { relationTo } from '../relationship.ts';
import type { StoredDischarge, StoredList } from '../store/discharges.ts';
import type { StayRow } from '../store/stays.ts';
import { type Deed, deedOf, type ListedStay } from './discharge-deed.ts';

/** What somebody decided about a row, as `discharge_rows.decision` holds it. */
export type Decision = { readonly kind: 'skip' } | { readonly kind: 'link'; readonly personId: string };

export interface PlannedRow {
  readonly line: number;
  readonly outcome: DischargeOutcome;
  readonly decision: Decision | null;
  readonly said: SaidDischarge | null;
  readonly issues: readonly DischargeIssue[];
  readonly personId: string | null;
  /** The open stay that ends, or the one that is on record. */
  readonly stay: StayRow | null;
  readonly deed: Deed | null;
  readonly candidates: readonly { readonly personId: string; readonly reasons: readonly string[] }[];
}

type Told = Pick<PlannedRow, 'outcome'> & Partial<PlannedRow>;

/** What a list would do now, row by row in the order of the file. Nothing about people of other teams is in it. */
export function planList(context: QueryContext, list: StoredList, lines: readonly StoredDischarge[]): PlannedRow[] {
  const mapping = mappingOf(list);
  const read = lines.map(({ cells }) =>
    cells === null ? null : readDischarge(JSON.parse(cells) as string[], mapping, context.today),
  );
  const found = findDischarged(
    context.read,
    read.flatMap((each) => each?.said ?? []),
  ).values();
  const listed = new Map<string, ListedStay[]>();
  return lines.map(({ line, problem, decision: kept }, at): PlannedRow => {
    const decision = kept === null ? null : (JSON.parse(kept) as Decision);
    const each = read[at];
    const empty = { line, decision, said: each?.said ?? null, personId: null, stay: null, deed: null, candidates: [] };
    const person = each ? found.next().value : undefined;
    const odd: DischargeIssue[] = problem === null ? [] : [{ severity: each ? 'warning' : 'error', message: problem }];
    const issues = [...odd, ...(each?.issues ?? [])];
    if (decision?.kind === 'skip') return { ...empty, outcome: 'skip', issues };
    if (!each || !person || issues.some(({ severity }) => severity === 'error'))
      return { ...empty, outcome: 'error', issues };
    const told = ofPerson(context, person, decision, (id) => ofStay(context, each.said, id, line, listed));
    return { ...empty, ...told, issues: [...issues, ...(told.issues ?? [])] };
  });
}

/** How many rows a plan records, finds on record, and leaves out. */
export function effectOf(rows: readonly Pick<PlannedRow, 'outcome'>[]): DischargeEffect {
  const count = (outcome: DischargeOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const [discharge, fresh, same] = [count('discharge'), count('new'), count('same')];
  return { discharge, new: fresh, same, left: rows.length - discharge - fresh - same };
}

/** The field of each column; what another version stored and this one does not know is left out. */
export const mappingOf = (list: StoredList): (DischargeField | null)[] =>
  (JSON.parse(list.mapping) as unknown[]).map((field) => (isDischargeField(field) ? field : null));

function ofPerson(
  { read, session, now }: QueryContext,
  person: DischargedPerson,
  decision: Decision | null,
  ofStay: (personId: string) => Told,
): Told {
  if (person.kind === 'nobody') return { outcome: 'nobody' };
  const may = (id: string) => (relationTo(read, session, id, now) ?? null) !== null;
  if (person.kind === 'known') return may(person.personId) ? ofStay(person.personId) : { outcome: 'outside' };
  const candidates = person.candidates.filter(({ personId }) => may(personId));
  if (candidates.length === 0) return { outcome: 'outside' };
  const chosen = decision?.kind === 'link' ? candidates.find((each) => each.personId === decision.personId) : undefined;
  return chosen ? { candidates, ...ofStay(chosen.personId) } : { outcome: 'choose', candidates };
}

/** What becomes of the stay of a row; what the row records counts for the rows below it. */
function ofStay(
  context: QueryContext,
  said: SaidDischarge,
  personId: string,
  line: number,
  listed: Map<string, ListedStay[]>,
): Told {
  const earlier = listed.get(personId) ?? [];
  const told = deedOf(context, said, personId, earlier);
  const { deed } = told;
  if (deed && said.dischargedOn !== null) {
    const admittedOn = deed.kind === 'new' ? deed.fields.admittedOn : deed.stay.admitted_on;
    listed.set(personId, [...earlier, { line, kind: said.kind, admittedOn, dischargedOn: said.dischargedOn }]);
  }
  return { ...told, personId };
}
