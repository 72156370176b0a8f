import type { DischargeBrief, DischargeListView, DischargeRow } from '../../../shared/contract/discharge-view.ts';
import { followUpDue } from '../../../shared/domain/stay-rules.ts';
import type { QueryContext } from '../context.ts';
import { readDischarge, type SaidDischarge } from '../imports/discharge-row.ts';
import { linesOf, type StoredDischarge, type StoredList } from '../store/discharges.ts';
import { parseJson } from '../store/person-columns.ts';
import { findStay, stayTarget } from '../store/stays.ts';
import { workersOf } from '../store/workers.ts';
import type { DoneRow } from './discharge-commit.ts';
import { type Decision, effectOf, mappingOf, type PlannedRow, planList } from './discharge-plan.ts';
import { personRows } from './person-rows.ts';

const samplesPerColumn = 3;
const longestSample = 40;

/** A list as the list of lists shows it. */
export const briefOf = (list: StoredList, rows: number): DischargeBrief => ({
  id: list.id,
  name: list.name,
  state: list.state as DischargeBrief['state'],
  receivedAt: list.received_at,
  rows,
  committed: parseJson<NonNullable<DischargeBrief['committed']>>(list.committed),
  undone: parseJson<NonNullable<DischargeBrief['undone']>>(list.undone),
});

/** What confirming a list would do, row by row; once it is recorded, what it did. */
export function listView(context: QueryContext, list: StoredList): DischargeListView {
  const lines = linesOf(context.read, list.id);
  const brief = briefOf(list, lines.length);
  const rows = list.state === 'preview' ? planned(context, list, lines) : done(context, list, lines);
  return {
    ...brief,
    columns: columnsOf(list, lines),
    effect: brief.committed?.effect ?? effectOf(rows),
    list: shown(context, rows),
  };
}

/** A row with what it is told by. */
interface Told extends Omit<PlannedRow, 'deed' | 'stay' | 'issues'> {
  readonly issues: PlannedRow['issues'];
  readonly stay: DischargeRow['stay'];
  readonly followUp: { readonly dueOn: string; readonly ownerId: string } | null;
}

function planned(context: QueryContext, list: StoredList, lines: readonly StoredDischarge[]): Told[] {
  return planList(context, list, lines).map(({ deed, stay, ...row }) => ({
    ...row,
    stay: stayOf(stay),
    followUp: row.personId && deed ? followUpOf(context, row.personId, deed) : null,
  }));
}

function followUpOf({ read, session }: QueryContext, personId: string, deed: NonNullable<PlannedRow['deed']>) {
  const said = deed.kind === 'new' ? deed.fields : { ...deed.after, mentalHealth: deed.mentalHealth };
  const { dischargedOn } = said;
  const dueOn = dischargedOn === null ? null : followUpDue({ ...said, dischargedOn });
  return dueOn === null ? null : { dueOn, ownerId: stayTarget(read, personId)?.coordinator_id ?? session.workerId };
}

function done({ read, today }: QueryContext, list: StoredList, lines: readonly StoredDischarge[]): Told[] {
  const mapping = mappingOf(list);
  return lines.map(({ line, cells, decision, done: kept }) => {
    const did = parseJson<DoneRow>(kept);
    return {
      line,
      outcome: did?.outcome ?? 'error',
      decision: parseJson<Decision>(decision),
      said: cells === null ? null : readDischarge(JSON.parse(cells) as string[], mapping, today).said,
      issues: did?.issues ?? [],
      personId: did?.personId ?? null,
      stay: did?.stayId ? stayOf(findStay(read, did.stayId) ?? null) : null,
      followUp: did?.followUp ?? null,
      candidates: [],
    };
  });
}

const stayOf = (stay: PlannedRow['stay'] | null): DischargeRow['stay'] =>
  stay && { admittedOn: stay.admitted_on, provider: stay.provider ?? '', ward: stay.ward ?? '' };

/** Rows as they may be shown: of somebody to whom the worker stands in no relation (any more) only what the list says. */
function shown(context: QueryContext, rows: readonly Told[]): DischargeRow[] {
  const ids = new Set(
    rows.flatMap(({ personId, candidates }) => [
      ...(personId === null ? [] : [personId]),
      ...candidates.map((each) => each.personId),
    ]),
  );
  const people = new Map(
    personRows(context, [...ids])
      .filter(({ limited }) => !limited)
      .map((person) => [person.id, person]),
  );
  const worker = workersOf(
    context.read,
    rows.map(({ followUp }) => followUp?.ownerId ?? null),
  );
  return rows.map(({ line, outcome, decision, said, issues, personId, stay, followUp, candidates }) => {
    const person = people.get(personId ?? '') ?? null;
    const hidden = personId !== null && person === null;
    return {
      line,
      outcome: hidden ? 'outside' : outcome,
      decision: decision?.kind ?? null,
      said: said && saidView(said),
      person,
      stay: hidden ? null : stay,
      followUp: hidden || !followUp ? null : { dueOn: followUp.dueOn, owner: worker(followUp.ownerId)?.name ?? '' },
      candidates: candidates.flatMap((each) => {
        const candidate = people.get(each.personId);
        return candidate ? [{ person: candidate, reasons: [...each.reasons] }] : [];
      }),
      notes: hidden ? [] : [...issues],
    };
  });
}

const saidView = ({ name, birthDate, nhsNumber, kind, provider, ward, reason, ...rest }: SaidDischarge) => ({
  ...{ name, birthDate, nhsNumber, kind, provider, ward, reason },
  mentalHealth: rest.mentalHealth,
  admittedOn: rest.admittedOn,
  dischargedOn: rest.dischargedOn,
  destination: rest.destination,
});

function columnsOf(list: StoredList, lines: readonly StoredDischarge[]): DischargeListView['columns'] {
  const headers = JSON.parse(list.headers) as string[];
  const mapping = mappingOf(list);
  const first = lines.slice(0, 50).map(({ cells }) => (cells === null ? [] : (JSON.parse(cells) as string[])));
  return headers.map((header, at) => {
    const samples = new Set(first.map((cells) => (cells[at] ?? '').trim().slice(0, longestSample)).filter(Boolean));
    return { header, field: mapping[at] ?? null, samples: [...samples].slice(0, samplesPerColumn) };
  });
}
