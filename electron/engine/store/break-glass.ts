import { sql } from 'kysely';
import type { ReadHandle } from './handles.ts';
import { sqlBuilder, statement } from './statements.ts';

const byId = statement((q, p: { id: string }) =>
  q
    .selectFrom('break_glass')
    .innerJoin('people', 'people.id', 'break_glass.person_id')
    .select(['break_glass.id', 'break_glass.worker_id', 'break_glass.review', 'people.neighbourhood_id'])
    .where('break_glass.id', '=', p.id),
);

/** One use of break-glass, with the neighbourhood whose lead reviews it. */
export const findBreakGlass = (read: ReadHandle, id: string) => read.get(byId, { id });

const openUntil = statement((q, p: { person: string; worker: string; now: string }) =>
  q
    .selectFrom('break_glass')
    .select('expires_at')
    .where('person_id', '=', p.person)
    .where('worker_id', '=', p.worker)
    .where('expires_at', '>', p.now)
    .orderBy('expires_at', 'desc'),
);

/** Until when a worker has the record of a person open by break-glass, if at all. */
export const glassOpenUntil = (read: ReadHandle, person: string, worker: string, now: string): string | null =>
  read.get(openUntil, { person, worker, now })?.expires_at ?? null;

interface GlassList {
  readonly state: 'to-review' | 'reviewed' | 'all';
  /** Null: everywhere. */
  readonly neighbourhoodIds: readonly string[] | null;
}

const listed = ({ state, neighbourhoodIds }: GlassList) =>
  sqlBuilder
    .selectFrom('break_glass')
    .innerJoin('people', 'people.id', 'break_glass.person_id')
    .where((where) =>
      where.and([
        ...(state === 'to-review' ? [where('break_glass.review', 'is', null)] : []),
        ...(state === 'reviewed' ? [where('break_glass.review', 'is not', null)] : []),
        ...(neighbourhoodIds === null ? [] : [where('people.neighbourhood_id', 'in', [...neighbourhoodIds, ''])]),
      ]),
    );

/** How many uses there are. */
export const countBreakGlass = (read: ReadHandle, list: GlassList): number =>
  read.query(listed(list).select((select) => select.fn.countAll<number>().as('total')))[0]?.total ?? 0;

/** Uses of break-glass with person and worker, newest first. */
export const listBreakGlass = (read: ReadHandle, list: GlassList, offset: number, limit: number) =>
  read.query(
    listed(list)
      .leftJoin('neighbourhoods', 'neighbourhoods.id', 'people.neighbourhood_id')
      .leftJoin('workers', 'workers.id', 'break_glass.worker_id')
      .leftJoin('organisations', 'organisations.id', 'workers.organisation_id')
      .select([
        'break_glass.id',
        'break_glass.person_id',
        'break_glass.worker_id',
        'break_glass.reason',
        'break_glass.started_at',
        'break_glass.expires_at',
        'break_glass.review',
        'people.name',
        'people.neighbourhood_id',
        'neighbourhoods.name as neighbourhood',
        'workers.name as worker',
        'workers.job',
        'organisations.name as organisation',
      ])
      .orderBy(sql`started_at DESC, break_glass.id DESC`)
      .limit(limit)
      .offset(offset),
  );
