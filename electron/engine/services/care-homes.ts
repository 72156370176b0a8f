import type { careHomes as contract } from '../../../shared/contract/care-homes.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import {
  closedHomesIn,
  type ElementLine,
  elementsOf,
  findHome,
  type HomeLine,
  homesIn,
  peopleNaming,
  practicesIn,
  residentsOf,
  unknownHomes,
} from '../store/care-homes.ts';
import { dropDraft } from '../store/drafts.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { namesOfPlaces } from '../store/person-page.ts';
import { workersOf } from '../store/workers.ts';
import { named as placed } from './caseload-rows.ts';
import { refuse, requireWorkers } from './contact-checks.ts';

const all = codesOf('care-home-element');

export const careHomes: Services<typeof contract> = {
  'careHomes.list': ({ read, session }) => {
    const homes = homesIn(read, session.neighbourhoods);
    const said = Map.groupBy(
      elementsOf(
        read,
        homes.map(({ id }) => id),
      ),
      ({ care_home_id }) => care_home_id,
    );
    const names = namesOfPlaces(read, session.neighbourhoods);
    return {
      homes: homes.map((home) => ({
        ...factsOf(home),
        inPlace: current(said.get(home.id) ?? []).filter(({ standing }) => standing === 'in-place').length,
        elements: all.length,
      })),
      closed: closedHomesIn(read, session.neighbourhoods).map((home) => ({
        id: home.id,
        name: home.name,
        neighbourhood: factsOf(home).neighbourhood,
        endedOn: home.ended_on ?? '',
        residents: home.residents,
      })),
      unknown: unknownHomes(read, session.neighbourhoods).map(
        ({ name, residents, neighbourhood_id, neighbourhood }) => ({
          name,
          residents,
          neighbourhood: { id: neighbourhood_id, name: neighbourhood ?? '' },
        }),
      ),
      neighbourhoods: session.neighbourhoods.map((id) => ({ id, name: names.get(id) ?? id })),
      practices: practicesIn(read, session.neighbourhoods),
    };
  },
  'careHomes.open': (context, { careHomeId }) => {
    const { read } = context;
    const home = requireHome(context, careHomeId);
    const said = elementsOf(read, [careHomeId]);
    const worker = workersOf(
      read,
      said.map(({ recorded_by }) => recorded_by),
    );
    const view = (each: ElementLine) => ({
      element: each.element,
      standing: each.standing,
      note: each.note ?? '',
      at: each.recorded_at,
      by: worker(each.recorded_by)?.name ?? '',
    });
    const now = new Map(current(said).map((each) => [each.element, each]));
    return {
      home: { ...factsOf(home), heads: shownHeads(read, home), endedOn: home.ended_on },
      elements: all.map((element) => {
        const found = now.get(element);
        return found ? view(found) : { element, standing: null, note: '', at: null, by: '' };
      }),
      history: said.filter((each) => now.get(each.element) !== each).map(view),
      residents: residentsOf(read, careHomeId).map((line) => ({
        id: line.id,
        name: nameOf(line.name),
        birth: parseJson<{ date?: string; year?: number }>(line.birth),
        nhsNumber: line.nhs_number,
        tier: line.tier,
        lastContactAt: line.last_contact_at,
        plan: line.plan_status === null ? null : { status: line.plan_status, reviewDueOn: line.review_due_on },
        away: line.away,
      })),
    };
  },
  'careHomes.add': (context, { neighbourhoodId, ...fields }) => {
    const { read, journal } = context;
    requireFree(context, neighbourhoodId, fields.name, null);
    requireLead(context, fields.leadWorkerId, 'leadWorkerId');
    requirePractice(read, neighbourhoodId, fields.practiceId, 'practiceId');
    forget(context, 'care-home', 'new');
    const careHomeId = journal.insert(
      'care_homes',
      {
        name: fields.name,
        neighbourhood_id: neighbourhoodId,
        kind: fields.kind,
        beds: fields.beds,
        phone: fields.phone || null,
        practice_id: fields.practiceId,
        lead_worker_id: fields.leadWorkerId,
      },
      neighbourhoodId,
    );
    return { careHomeId };
  },
  'careHomes.edit': (context, { careHomeId, heads, patch }) => {
    const { read, journal } = context;
    const home = requireOpenHome(context, careHomeId);
    if (patch.name !== undefined && patch.name !== home.name) {
      requireFree(context, home.neighbourhood_id, patch.name, careHomeId);
      moveResidents(context, home.neighbourhood_id, home.name, patch.name);
    }
    requireLead(context, patch.leadWorkerId ?? null, 'patch.leadWorkerId');
    requirePractice(read, home.neighbourhood_id, patch.practiceId ?? null, 'patch.practiceId');
    const { name, kind, beds, phone, practiceId, leadWorkerId } = patch;
    const columns = {
      ...(name !== undefined && { name }),
      ...(kind !== undefined && { kind }),
      ...(beds !== undefined && { beds }),
      ...(phone !== undefined && { phone: phone || null }),
      ...(practiceId !== undefined && { practice_id: practiceId }),
      ...(leadWorkerId !== undefined && { lead_worker_id: leadWorkerId }),
    };
    forget(context, 'care-home', careHomeId);
    return { changed: journal.update('care_homes', careHomeId, columns, heads) };
  },
  'careHomes.close': (context, { careHomeId, heads, endedOn }) => {
    const { read, journal, today } = context;
    const home = requireHome(context, careHomeId);
    if (endedOn !== null && endedOn > today)
      refuse([{ path: 'endedOn', message: 'Close it once it has closed: enter today or earlier' }]);
    journal.update('care_homes', careHomeId, { ended_on: endedOn }, heads);
    return { heads: shownHeads(read, home) };
  },
  'careHomes.setElement': (context, { careHomeId, element, standing, note }) => {
    const { journal, session, now } = context;
    const home = requireOpenHome(context, careHomeId);
    journal.insert(
      'care_home_elements',
      {
        care_home_id: careHomeId,
        element,
        standing,
        note: note || null,
        recorded_at: now,
        recorded_by: session.workerId,
      },
      home.neighbourhood_id,
    );
    forget(context, `care-home-${element}`, careHomeId);
    return {};
  },
  'careHomes.link': (context, { careHomeId, named }) => {
    const home = requireOpenHome(context, careHomeId);
    return { people: moveResidents(context, home.neighbourhood_id, named, home.name) };
  },
};

/** What was typed is on record now. */
const forget = ({ write, session }: CommandContext, kind: string, key: string) =>
  dropDraft(write, { worker: session.workerId, kind, key });

const factsOf = (home: HomeLine) => ({
  id: home.id,
  name: home.name,
  neighbourhood: { id: home.neighbourhood_id, name: home.neighbourhood ?? '' },
  kind: home.kind,
  beds: home.beds,
  phone: home.phone ?? '',
  practice: placed(home.practice_id, home.practice),
  lead: placed(home.lead_worker_id, home.lead),
  residents: home.residents,
});

/** The newest of each element; `said` is newest first. */
function current(said: readonly ElementLine[]): ElementLine[] {
  const seen = new Set<string>();
  return said.filter(({ element }) => !seen.has(element) && seen.add(element));
}

function requireHome({ read, session }: QueryContext, id: string): HomeLine {
  const home = findHome(read, id);
  if (!home) throw new AppError('not-found', 'This care home is not on this device. Go back to the list.');
  if (!session.neighbourhoods.includes(home.neighbourhood_id))
    throw new AppError('outside-relationship', 'This neighbourhood is not one of yours. Ask its team lead.');
  return home;
}

/** A home that has not closed. @throws AppError `rule` */
function requireOpenHome(context: QueryContext, id: string): HomeLine {
  const home = requireHome(context, id);
  if (home.ended_on === null) return home;
  throw new AppError('rule', 'This care home has closed. Open it again before anything of it is changed.');
}

function requireFree({ read }: QueryContext, neighbourhood: string, name: string, except: string | null): void {
  const path = except === null ? 'name' : 'patch.name';
  const isNamesake = (home: HomeLine) => home.id !== except && home.name.toLowerCase() === name.toLowerCase();
  if (homesIn(read, [neighbourhood]).some(isNamesake))
    refuse([{ path, message: 'A care home of this name is on record already' }]);
  if (closedHomesIn(read, [neighbourhood]).some(isNamesake))
    refuse([{ path, message: 'A care home of this name is on record as closed: open it again from the list' }]);
}

function requireLead({ read }: QueryContext, worker: string | null, path: string): void {
  if (worker !== null) requireWorkers(read, [worker], '', path);
}

function requirePractice(read: QueryContext['read'], place: string, practice: string | null, path: string): void {
  if (practice !== null && !practicesIn(read, [place]).some(({ id }) => id === practice))
    refuse([{ path, message: 'Choose a practice of the home’s neighbourhood' }]);
}

/** Lets every residence of a neighbourhood that gives one name of a home give another. @returns how many */
function moveResidents({ read, journal }: CommandContext, neighbourhood: string, from: string, to: string): number {
  if (from === to) return 0;
  const people = peopleNaming(read, neighbourhood, from);
  for (const { id, residence } of people) {
    const kept = JSON.parse(residence) as Record<string, unknown>;
    journal.update('people', id, { residence: JSON.stringify({ ...kept, careHome: to }) });
  }
  return people.length;
}
