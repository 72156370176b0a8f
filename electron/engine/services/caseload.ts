import type { CaseloadFilter, CaseloadSort, caseload as contract } from '../../../shared/contract/caseload.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { type CaseloadQuery, caseloadIds, countCaseload } from '../store/caseload.ts';
import { listNeighbourhoods, listPractices } from '../store/places.ts';
import { promptLines } from '../store/prompts.ts';
import { workersOf } from '../store/team.ts';
import { caseloadCsv } from './caseload-export.ts';
import { caseloadRows } from './caseload-rows.ts';
import { limitsIn, promptsIn } from './prompt-cases.ts';
import { maySeeFlag } from './restricted.ts';

/** More cases than any device has. */
const everything = 1_000_000;

export const caseload: Services<typeof contract> = {
  'cases.caseload': (context, input) => {
    const query = caseloadQuery(context, input);
    if (input.prompts) {
      const ids = withPrompts(context, caseloadIds(context.read, query, 0, everything), input.prompts);
      const page = ids.slice(input.offset, input.offset + input.limit);
      return { total: ids.length, rows: caseloadRows(context, page) };
    }
    const total = countCaseload(context.read, query);
    return { total, rows: caseloadRows(context, caseloadIds(context.read, query, input.offset, input.limit)) };
  },
  'cases.caseloadChoices': ({ read, session, today }) => {
    const own = (id: string) => session.neighbourhoods.includes(id);
    const of = (role: string) =>
      workersOf(read, { neighbourhoods: session.neighbourhoods, role, today }).map(
        ({ id, name, job, organisation }) => ({ id, name, job, organisation }),
      );
    return {
      neighbourhoods: listNeighbourhoods(read)
        .filter(({ id }) => own(id))
        .map(({ id, name }) => ({ id, name })),
      practices: listPractices(read)
        .filter(({ id, neighbourhood_id }) => own(neighbourhood_id) || session.practices.includes(id))
        .map(({ id, name }) => ({ id, name })),
      coordinators: of('coordinator'),
      behaviourists: of('behaviourist'),
    };
  },
  'cases.exportCaseload': (context, input) => {
    const all = caseloadIds(context.read, caseloadQuery(context, input), 0, everything);
    const ids = input.prompts ? withPrompts(context, all, input.prompts) : all;
    return {
      file: { name: `caseload-${context.today}.csv`, mime: 'text/csv', bytes: caseloadCsv(context, ids) },
      rows: ids.length,
    };
  },
};

/** Those of the cases that have one of these prompts today. Prompts are not stored, so each case's facts are looked at. */
function withPrompts(context: QueryContext, ids: readonly string[], wanted: readonly string[]): string[] {
  const limits = limitsIn(context);
  return promptLines(context.read, ids)
    .filter((line) => promptsIn(line, context, limits).some(({ id }) => wanted.includes(id)))
    .map(({ case_id }) => case_id);
}

/**
 * The query for what a worker asked to see.
 * @throws AppError `not-allowed` when it asks by a flag that the worker may not know of: the answer would tell who has it
 */
export function caseloadQuery(
  { session, today }: QueryContext,
  input: CaseloadFilter & { sort: CaseloadSort; down: boolean; caseIds?: string[] | undefined },
): CaseloadQuery {
  const { sort, down, ...filter } = input;
  if (filter.flags?.some((code) => !maySeeFlag(session, code)))
    throw new AppError('not-allowed', 'Your role does not see this flag. Take it out of the filters.');
  return {
    filter,
    sort,
    down,
    worker: session.workerId,
    neighbourhoods: session.neighbourhoods,
    practices: session.practices,
    today,
  };
}
