import type { DischargeOutcome } from '../../../shared/contract/discharge-view.ts';
import type { StayFields } from '../../../shared/contract/stays.ts';
import { daysBetween, formatDate } from '../../../shared/domain/british-date.ts';
import { overlaps, type StayDraft } from '../../../shared/domain/stay-rules.ts';
import type { QueryContext } from '../context.ts';
import type { DischargeIssue, SaidDischarge } from '../imports/discharge-row.ts';
import { type StayRow, staysOfPerson } from '../store/stays.ts';
import { stayProblems } from './stay-checks.ts';
import { storedDraft } from './stay-columns.ts';

/** What confirming would do for a row. */
export type Deed =
  | { readonly kind: 'new'; readonly fields: StayFields }
  | { readonly kind: 'discharge'; readonly stay: StayRow; readonly after: StayDraft; readonly mentalHealth: boolean };

/** A stay of the same person that an earlier row of the list records. */
export interface ListedStay {
  readonly line: number;
  readonly kind: string;
  readonly admittedOn: string;
  readonly dischargedOn: string;
}

interface Told {
  readonly outcome: DischargeOutcome;
  readonly issues: readonly DischargeIssue[];
  readonly stay?: StayRow;
  readonly deed?: Deed;
}

/** Admission dates of a ward’s and a trust’s systems differ by a night; more than that is another stay. */
const nearDays = 2;

const odd = (message: string): DischargeIssue => ({ severity: 'warning', message });
const refused = (message: string): Told => ({ outcome: 'error', issues: [{ severity: 'error', message }] });

/**
 * What a row about somebody does: ends the stay of its kind that stands open, records one that is over, or nothing since
 * it is on record. The same rules hold as for a stay that is entered by hand.
 * @param earlier what rows above it record of the same person
 */
export function deedOf(
  context: QueryContext,
  said: SaidDischarge,
  personId: string,
  earlier: readonly ListedStay[],
): Told {
  const { kind, admittedOn, dischargedOn } = said;
  if (dischargedOn === null) return refused('The row does not say when the person left.');
  const dates = { admittedOn: admittedOn ?? dischargedOn, dischargedOn };
  const listed = earlier.find(
    (each) => each.kind === kind && (overlaps(each, dates) || each.dischargedOn === dischargedOn),
  );
  if (listed && listed.dischargedOn !== dischargedOn)
    return refused(`The dates overlap with those of line ${listed.line}.`);
  if (listed) return { outcome: 'same', issues: [odd(`Line ${listed.line} of the list says the same.`)] };
  const stays = staysOfPerson(context.read, personId).filter((stay) => stay.voided === null && stay.kind === kind);
  const isNear = (stay: StayRow) =>
    admittedOn === null || Math.abs(daysBetween(stay.admitted_on, admittedOn)) <= nearDays;
  const recorded = stays.find((stay) => stay.discharged_on === dischargedOn && isNear(stay));
  if (recorded) return { outcome: 'same', issues: [], stay: recorded };
  const other = stays.find((stay) => stay.discharged_on !== null && stay.admitted_on === admittedOn);
  if (other?.discharged_on)
    return refused(`On record this stay ended on ${formatDate(other.discharged_on)}: correct it there if need be.`);
  const open = stays.find((stay) => stay.discharged_on === null && stay.admitted_on <= dischargedOn && isNear(stay));
  return open ? ending(context, said, open, dischargedOn) : ended(context, said, personId, dischargedOn);
}

/** The row ends a stay that is open. */
function ending(context: QueryContext, said: SaidDischarge, stay: StayRow, dischargedOn: string): Told {
  const after: StayDraft = { ...storedDraft(stay), dischargedOn, destination: said.destination };
  const [problem] = stayProblems(context, stay.person_id, after, stay.id);
  if (problem) return { ...refused(`${problem.message}.`), stay };
  const { admittedOn } = said;
  const issues = unknownDestination(said);
  if (admittedOn !== null && admittedOn !== stay.admitted_on)
    issues.push(odd(`The list says admitted ${formatDate(admittedOn)}; the record keeps its own date.`));
  if (said.mentalHealth && stay.mental_health === 0) issues.push(odd('The list says mental health: so will the stay.'));
  const mentalHealth = stay.mental_health === 1 || said.mentalHealth;
  return { outcome: 'discharge', issues, stay, deed: { kind: 'discharge', stay, after, mentalHealth } };
}

/** The row records a stay that is over. */
function ended(context: QueryContext, said: SaidDischarge, personId: string, dischargedOn: string): Told {
  const { admittedOn, kind, provider, ward, reason, emergency, mentalHealth, destination } = said;
  if (admittedOn === null)
    return refused('No stay of this person is open, and the row does not say when they were admitted.');
  const fields: StayFields = {
    ...{ kind, provider, ward, reason, emergency, mentalHealth, admittedOn, dischargedOn, destination },
    ...{ expectedOn: null, readyOn: null, delay: null },
  };
  const [problem] = stayProblems(context, personId, fields, null);
  if (problem) return refused(`${problem.message}.`);
  return { outcome: 'new', issues: unknownDestination(said), deed: { kind: 'new', fields } };
}

const unknownDestination = ({ destination }: SaidDischarge): DischargeIssue[] =>
  destination === '99' ? [odd('Where the person went is recorded as not known.')] : [];
