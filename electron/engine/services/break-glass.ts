import type { breakGlass as contract } from '../../../shared/contract/break-glass.ts';
import { can } from '../../../shared/domain/permissions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { relationTo } from '../relationship.ts';
import { countBreakGlass, findBreakGlass, listBreakGlass } from '../store/break-glass.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { findWorker } from '../store/workers.ts';
import { currentPerson } from './current-person.ts';

/** How long a record of another team stays open. */
const openForMs = 4 * 3_600_000;

interface Review {
  readonly verdict: string;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}

export const breakGlass: Services<typeof contract> = {
  'people.breakGlass': ({ read, session, journal, now }, { personId, reason }) => {
    const person = currentPerson(read, personId);
    if (relationTo(read, session, personId, now))
      throw new AppError('rule', 'You may open this record already. Nothing needs to be broken: open it.');
    const until = new Date(Date.parse(now) + openForMs).toISOString();
    const row = { person_id: personId, worker_id: session.workerId, reason, started_at: now, expires_at: until };
    journal.insert('break_glass', row, person.neighbourhood_id);
    return { until };
  },
  'people.breakGlassList': (context, { state, offset, limit }) => {
    const { read, session } = context;
    const list = { state, neighbourhoodIds: reviewedPlaces(context) };
    const seesRecords = can(session.roles, 'people.read');
    return {
      total: countBreakGlass(read, list),
      rows: listBreakGlass(read, list, offset, limit).map((row) => {
        const review = parseJson<Review>(row.review);
        return {
          id: row.id,
          personId: row.person_id,
          personName: seesRecords ? nameOf(row.name) : null,
          neighbourhood: { id: row.neighbourhood_id, name: row.neighbourhood ?? '' },
          worker: {
            id: row.worker_id,
            name: row.worker ?? '',
            job: row.job ?? '',
            organisation: row.organisation ?? '',
          },
          reason: row.reason,
          startedAt: row.started_at,
          expiresAt: row.expires_at,
          review: review && {
            verdict: review.verdict,
            by: findWorker(read, review.by)?.name ?? '',
            at: review.at,
            note: review.note ?? null,
          },
        };
      }),
    };
  },
  'people.reviewBreakGlass': (context, { breakGlassId, verdict, note }) => {
    const { read, session, journal, now } = context;
    const found = findBreakGlass(read, breakGlassId);
    const places = reviewedPlaces(context);
    if (!found || (places !== null && !places.includes(found.neighbourhood_id)))
      throw new AppError('not-found', 'There is no such entry in your neighbourhoods. Open the list again.');
    if (found.worker_id === session.workerId)
      throw new AppError('rule', 'Nobody reviews what they did themselves. Ask another team lead or the reviewer.');
    if (found.review) throw new AppError('rule', 'This was reviewed already. Open the list again.');
    const review: Review = { verdict, by: session.workerId, at: now, ...(note && { note }) };
    journal.update('break_glass', breakGlassId, { review: JSON.stringify(review) });
    return {};
  },
};

/** A lead reviews what was done to people of their own neighbourhoods, an information-governance reviewer all of it. */
function reviewedPlaces({ session }: QueryContext): readonly string[] | null {
  return session.roles.includes('reviewer') ? null : session.neighbourhoods;
}
