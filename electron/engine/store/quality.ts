import { codesOf } from '../../../shared/domain/code-lists.ts';
import { type QualityGap, qualityGaps } from '../../../shared/domain/quality-gaps.ts';
import type { ReadHandle } from './handles.ts';
import { type Bindable, type Parameters, sqlStatement } from './statements.ts';

/** Whose records, and the days that the gaps are measured by. */
export interface QualityQuery {
  /** The worker whose own caseload it is; null for that of the neighbourhoods and practices. */
  readonly worker: string | null;
  readonly neighbourhoods: readonly string[];
  readonly practices: readonly string[];
  readonly neighbourhoodId: string | undefined;
  /** Start of today, UTC instant. */
  readonly todayAt: string;
  /** A case opened on this day or before is no longer new. */
  readonly settledBy: string;
  /** An assessment from this day on is current. */
  readonly assessedSince: string;
}

interface Gap {
  /** Whom it can be said of; everybody when left out. */
  readonly among?: string;
  readonly missing: string;
}

const [verified = ''] = codesOf('nhs-number-status');
const settled = 'l.settled_on IS NOT NULL AND l.settled_on <= (SELECT settled_by FROM asked)';

/** Each is decided from the person's own row, or from an index of that person. */
const gaps: Readonly<Record<QualityGap, Gap>> = {
  'nhs-number': { missing: `p.nhs_number IS NULL OR ifnull(p.nhs_number_status, '') <> '${verified}'` },
  'ethnic-category': { missing: "ifnull(p.ethnic_category, '99') = '99'" },
  sharing: {
    missing: 'NOT EXISTS (SELECT 1 FROM sharing_decisions AS d WHERE d.person_id = p.id AND d.voided IS NULL)',
  },
  'contact-way': { missing: 'p.phone IS NULL AND p.mobile IS NULL AND p.email IS NULL' },
  'birth-date': { missing: 'p.birth_date IS NULL' },
  language: { among: 'p.interpreter = 1', missing: 'p.language IS NULL' },
  outcome: {
    missing: `EXISTS (SELECT 1 FROM cases AS k CROSS JOIN contacts AS c INDEXED BY contacts_planned_case ON c.case_id = k.id
      WHERE k.person_id = p.id AND c.attendance IS NULL AND c.voided IS NULL
        AND c.starts_at < (SELECT today_at FROM asked))`,
  },
  plan: {
    among: settled,
    missing: `NOT EXISTS (SELECT 1 FROM care_plans AS v
      WHERE v.person_id = p.id AND v.status IN ('agreed', 'under-review') AND v.voided IS NULL)`,
  },
  'what-matters': { missing: "ifnull(p.what_matters, '') = ''" },
  assessment: {
    among: settled,
    missing: `NOT EXISTS (SELECT 1 FROM assessment_answers AS a
      WHERE a.person_id = p.id AND a.asked_on >= (SELECT assessed_since FROM asked) AND a.voided IS NULL)`,
  },
};

const current = "status IN ('open', 'on-hold')";
const names = ['worker', 'neighbourhoods', 'practices', 'one', 'todayAt', 'settledBy', 'assessedSince'] as const;
type Values = Parameters & Readonly<Record<(typeof names)[number], Bindable>>;

/**
 * The people of a caseload, one line each: walks of the caseload's indexes by worker, or by neighbourhood and practice.
 * A person with two cases is one person; the older open one says how long it has been.
 */
const people = `WITH asked (worker, neighbourhoods, practices, one, today_at, settled_by, assessed_since)
    AS MATERIALIZED (SELECT ?, ?, ?, ?, ?, ?, ?),
  found AS (
    SELECT c.case_id FROM asked CROSS JOIN caseload AS c ON c.coordinator_id = asked.worker WHERE c.${current}
    UNION SELECT c.case_id FROM asked CROSS JOIN caseload AS c ON c.behaviourist_id = asked.worker WHERE c.${current}
    UNION SELECT c.case_id FROM asked CROSS JOIN json_each(asked.neighbourhoods) AS n
      CROSS JOIN caseload AS c ON c.neighbourhood_id = n.value WHERE asked.worker IS NULL AND c.${current}
    UNION SELECT c.case_id FROM asked CROSS JOIN json_each(asked.practices) AS n
      CROSS JOIN caseload AS c ON c.practice_id = n.value WHERE asked.worker IS NULL AND c.${current}),
  listed AS MATERIALIZED (
    SELECT c.person_id, min(c.opened_on) AS opened_on, min(CASE WHEN c.status = 'open' THEN c.opened_on END) AS settled_on,
      min(c.sort_name) AS sort_name, min(c.case_id) AS case_id
    FROM found CROSS JOIN caseload AS c ON c.case_id = found.case_id
    WHERE (SELECT one FROM asked) IS NULL OR c.neighbourhood_id = (SELECT one FROM asked)
    GROUP BY c.person_id)`;
const joined = `FROM listed AS l CROSS JOIN people AS p ON p.id = l.person_id
  WHERE p.voided IS NULL AND p.merged_into IS NULL`;

const counted = (gap: QualityGap, place: number): string => {
  const { among = '1', missing } = gaps[gap];
  return `count(CASE WHEN ${among} THEN 1 END) AS of${place}, count(CASE WHEN (${among}) AND (${missing}) THEN 1 END) AS gap${place}`;
};
const summary = sqlStatement<Values, Readonly<Record<string, number>>>(
  `${people} SELECT count(*) AS people, ${qualityGaps.map(counted).join(', ')} ${joined}`,
  ...names,
);

/** A person behind a figure. */
export interface QualityLine {
  readonly total: number;
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly nhs_number: string | null;
  readonly opened_on: string;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly coordinator_id: string | null;
  readonly coordinator: string | null;
}
type Window = Values & { readonly limit: number; readonly offset: number };
const rows = Object.fromEntries(
  qualityGaps.map((gap) => {
    const { among = '1', missing } = gaps[gap];
    return [
      gap,
      sqlStatement<Window, QualityLine>(
        `${people}, lacking AS MATERIALIZED (
           SELECT l.person_id, l.case_id, l.opened_on, l.sort_name ${joined} AND (${among}) AND (${missing}))
         SELECT (SELECT count(*) FROM lacking) AS total, p.id, p.name, p.birth, p.nhs_number, l.opened_on,
           c.neighbourhood_id, n.name AS neighbourhood, c.coordinator_id, w.name AS coordinator
         FROM (SELECT * FROM lacking ORDER BY sort_name, person_id LIMIT ? OFFSET ?) AS l
           CROSS JOIN people AS p ON p.id = l.person_id CROSS JOIN caseload AS c ON c.case_id = l.case_id
           LEFT JOIN neighbourhoods AS n ON n.id = c.neighbourhood_id LEFT JOIN workers AS w ON w.id = c.coordinator_id
         ORDER BY l.sort_name, l.person_id`,
        ...names,
        'limit',
        'offset',
      ),
    ];
  }),
) as Readonly<Record<QualityGap, ReturnType<typeof sqlStatement<Window, QualityLine>>>>;

const valuesOf = (query: QualityQuery) => ({
  worker: query.worker,
  neighbourhoods: JSON.stringify(query.neighbourhoods),
  practices: JSON.stringify(query.practices),
  one: query.neighbourhoodId ?? null,
  todayAt: query.todayAt,
  settledBy: query.settledBy,
  assessedSince: query.assessedSince,
});

/** How many people there are, and of how many of them each thing is missing; one pass for all of it. */
export function countGaps(read: ReadHandle, query: QualityQuery) {
  const counts = read.get(summary, valuesOf(query)) ?? {};
  return {
    people: counts.people ?? 0,
    gaps: qualityGaps.map((gap, place) => ({
      gap,
      count: counts[`gap${place}`] ?? 0,
      of: counts[`of${place}`] ?? 0,
    })),
  };
}

/** A window of the people of whom something is missing, by name; every line tells how many there are in all. */
export const gapLines = (
  read: ReadHandle,
  query: QualityQuery,
  gap: QualityGap,
  offset: number,
  limit: number,
): QualityLine[] => read.all(rows[gap], { ...valuesOf(query), limit, offset });

/** For tests of query plans. */
export const qualityStatements = { summary, ...rows };
