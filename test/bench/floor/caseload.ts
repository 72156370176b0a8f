import { orderedFlagCodes } from '../../../electron/engine/services/restricted.ts';
import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { PromptCase } from '../../../shared/domain/prompt-facts.ts';
import { shippedLimits } from '../../../shared/domain/prompt-limits.ts';
import { promptsOf } from '../../../shared/domain/prompts.ts';
import type { Desk } from './desk.ts';

/** A view of the caseload: what the job asks for, and the condition and order by which SQL finds it. */
export interface CaseloadView {
  readonly input: Readonly<Record<string, unknown>>;
  readonly where: string;
  readonly order: string;
}

type Stored = Record<string, string | number | null>;

const columns = `c.case_id, c.person_id, p.name, p.birth, p.death, p.nhs_number, p.address, c.status, c.opened_on,
  c.neighbourhood_id, n.name AS neighbourhood, c.practice_id, r.name AS practice, c.coordinator_id, wc.name AS coordinator,
  c.behaviourist_id, wb.name AS behaviourist, c.transfer_to, wt.name AS transfer_worker, c.tier, c.points, c.explanation,
  c.last_contact_at, c.next_planned_at, c.next_due_on, c.missed_in_row, c.flags, c.segments, c.facts`;

/** The first fifty cases of each view and how many there are, as one prepared statement for each question. */
export function caseloadFloor(desk: Desk, views: readonly CaseloadView[]) {
  const [place = ''] = desk.neighbourhoods;
  const prepared = views.map(({ where, order }) => {
    const walk = (status: string) =>
      `SELECT * FROM (SELECT case_id, ${order} AS k FROM caseload
       WHERE neighbourhood_id = '${place}' AND status = '${status}' AND ${where} ORDER BY k, case_id LIMIT 50)`;
    return {
      page: desk.database.prepare(
        `SELECT ${columns}
         FROM (${['proposed', 'open', 'on-hold'].map(walk).join(' UNION ALL ')} ORDER BY k, case_id LIMIT 50) AS w
           CROSS JOIN caseload AS c ON c.case_id = w.case_id CROSS JOIN people AS p ON p.id = c.person_id
           LEFT JOIN neighbourhoods AS n ON n.id = c.neighbourhood_id LEFT JOIN practices AS r ON r.id = c.practice_id
           LEFT JOIN workers AS wc ON wc.id = c.coordinator_id LEFT JOIN workers AS wb ON wb.id = c.behaviourist_id
           LEFT JOIN workers AS wt ON wt.id = c.transfer_to
         ORDER BY w.k, w.case_id`,
      ),
      count: desk.database.prepare(
        `SELECT count(*) AS total FROM caseload
         WHERE neighbourhood_id = '${place}' AND status IN ('proposed', 'open', 'on-hold') AND ${where}`,
      ),
    };
  });
  const today = localDateOf(new Date().toISOString());
  return (at: number) => {
    const view = prepared[at % prepared.length];
    if (!view) throw new RangeError('no such view');
    const { total } = view.count.get() as { total: number };
    return { total, rows: (view.page.all() as Stored[]).map((line) => rowOf(line, today)) };
  };
}

/** The rules are the product's own: what is compared is how their facts are found, carried and answered. */
const factsOf = (line: Stored, flags: string[]): PromptCase => ({
  ...JSON.parse(String(line.facts)),
  caseId: line.case_id,
  status: line.status,
  openedOn: line.opened_on,
  tier: line.tier,
  coordinatorId: line.coordinator_id,
  lastContactOn: line.last_contact_at === null ? null : localDateOf(String(line.last_contact_at)),
  missedInRow: line.missed_in_row,
  flags,
});

const named = (id: unknown, name: unknown) => (id === null ? null : { id: String(id), name: String(name ?? '') });

function rowOf(line: Stored, today: string): CaseloadRow {
  const { contributions, missing, override, due } = JSON.parse(String(line.explanation));
  const { sort: _, ...name } = JSON.parse(String(line.name));
  const death = line.death === null ? null : JSON.parse(String(line.death));
  const address = line.address === null ? null : JSON.parse(String(line.address));
  const codes = JSON.parse(String(line.flags)) as string[];
  return {
    caseId: line.case_id,
    person: {
      id: line.person_id,
      name,
      birth: line.birth === null ? null : JSON.parse(String(line.birth)),
      died: death === null ? null : (death.date ?? true),
      nhsNumber: line.nhs_number,
      address: [address?.lines?.[0], address?.postcode].filter(Boolean).join(', ') || null,
    },
    status: line.status,
    openedOn: line.opened_on,
    neighbourhood: named(line.neighbourhood_id, line.neighbourhood),
    need: { tier: line.tier, points: line.points, contributions, missing, override },
    lastContactAt: line.last_contact_at,
    nextPlannedAt: line.next_planned_at,
    due: line.next_due_on === null ? null : { on: line.next_due_on, sentence: due.sentence, basis: due.basis },
    missedInRow: line.missed_in_row,
    flags: orderedFlagCodes(codes.map((code) => ({ code }))),
    segments: JSON.parse(String(line.segments)),
    coordinator: named(line.coordinator_id, line.coordinator),
    behaviourist: named(line.behaviourist_id, line.behaviourist),
    practice: named(line.practice_id, line.practice),
    transfer:
      line.transfer_to === null
        ? null
        : { to: line.transfer_to === 'anyone' ? null : named(line.transfer_to, line.transfer_worker) },
    prompts: promptsOf(factsOf(line, codes), shippedLimits, today).map(({ id, sentence, severity }) => ({
      id,
      sentence,
      severity,
    })),
  } as CaseloadRow;
}
