import { type review as contract, type FindingKind, findingKinds } from '../../../shared/contract/review.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { findCase } from '../store/cases.ts';
import { findPerson } from '../store/people.ts';
import { isPersonEntity, ownerOf } from '../store/person-entities.ts';
import { namesOfPlaces } from '../store/person-page.ts';
import { decidedFindings } from '../store/review.ts';
import { personRows } from './person-rows.ts';
import { detectors, type Finding } from './review-findings.ts';

/** The review queue (J8): findings are computed from what is on record now, so one that was put right is gone by itself. */
export const review: Services<typeof contract> = {
  'review.list': (context, { kinds, neighbourhoodIds, offset, limit }) => {
    const places = neighbourhoodIds ?? context.session.neighbourhoods;
    const settled = decidedFindings(context.read);
    const found: Finding[] = [];
    const counts = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>;
    let more = false;
    for (const kind of Object.keys(detectors) as FindingKind[]) {
      if (kinds && !kinds.includes(kind)) continue;
      const detected = detectors[kind](context, places);
      const open = detected.findings.filter(({ id }) => !settled.has(id));
      counts[kind] = open.length;
      more ||= detected.more === true;
      found.push(...open);
    }
    return { total: found.length, counts, more, rows: viewsOf(context, found.slice(offset, offset + limit)) };
  },
  'review.decide': (context, { finding, decision, reason }) => {
    const { session, journal, now } = context;
    const place = placeOf(context, finding);
    if (place === undefined || !session.neighbourhoods.includes(place))
      throw new AppError('not-found', 'There is no such finding in your neighbourhoods. Open the list again.');
    const row = { finding, decision, reason, decided_at: now, decided_by: session.workerId };
    journal.insert('review_decisions', row, place);
    return {};
  },
};

function viewsOf(context: QueryContext, findings: readonly Finding[]) {
  const ids = [...new Set(findings.flatMap(({ personIds }) => personIds))];
  const people = new Map(personRows(context, ids).map((row) => [row.id, row]));
  const names = namesOfPlaces(
    context.read,
    findings.map(({ neighbourhoodId }) => neighbourhoodId),
  );
  return findings.map(({ personIds, neighbourhoodId, ...finding }) => ({
    ...finding,
    people: personIds.flatMap((id) => people.get(id) ?? []),
    neighbourhood: { id: neighbourhoodId, name: names.get(neighbourhoodId) ?? neighbourhoodId },
  }));
}

/** The neighbourhood of the people or the case that a finding is about: the worker's own, if any of them is. */
function placeOf({ read, session }: QueryContext, finding: string): string | undefined {
  const [kind = '', about = ''] = finding.split(':', 2);
  const ids = about.split('+');
  const [first = ''] = ids;
  if (kind === 'two-coordinators' || kind === 'no-coordinator') return findCase(read, first)?.neighbourhood_id;
  if (kind === 'two-open-cases') return findCase(read, ids[1] ?? '')?.neighbourhood_id;
  if (kind === 'contested') {
    const [entity = '', row = ''] = about.split('.');
    const owner = isPersonEntity(entity) ? ownerOf(read, entity, row) : undefined;
    return owner === undefined ? undefined : findPerson(read, owner)?.neighbourhood_id;
  }
  if (kind !== 'same-nhs-number' && kind !== 'likely-duplicate') return undefined;
  const places = ids.map((id) => findPerson(read, id)?.neighbourhood_id);
  return places.find((place) => place !== undefined && session.neighbourhoods.includes(place));
}
