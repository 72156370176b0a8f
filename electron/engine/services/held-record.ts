import type { z } from 'zod';
import type { prints as contract } from '../../../shared/contract/prints.ts';
import { layoutFor } from '../../../shared/domain/held-record.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { phonesOf } from '../store/handover.ts';
import { findPerson } from '../store/people.ts';
import { namesOfPlaces, personSets, personSurroundings } from '../store/person-page.ts';
import { workersOf } from '../store/workers.ts';
import { communicationNeeds, detailsOf } from './person-banner.ts';
import { caseViews } from './person-cases.ts';
import { ageWords } from './person-rows.ts';
import { roleWords } from './person-timeline.ts';
import { planContent } from './plan-content.ts';
import { frozenOf } from './plan-freeze.ts';
import { namesFor, planRows } from './plan-rows.ts';
import { contentSince, draftsOf, holdingPlan, versionView } from './plan-versions.ts';

type Answer = z.input<(typeof contract)['prints.plan']['output']>;

/** The record that the person keeps: the plan that holds as it was frozen, or the draft, and what stands around it. */
export function heldRecordOf(context: QueryContext, personId: string): Omit<Answer, 'madeAt' | 'madeBy'> {
  const { read, today, now } = context;
  const person = findPerson(read, personId);
  if (!person) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
  const details = detailsOf(person);
  return {
    person: {
      personId,
      name: details.name,
      nhsNumber: details.nhsNumber,
      birth: details.birth,
      age: ageWords(person.birth, person.death, today),
    },
    layout: layoutFor(details.informationNeeds?.format ?? []),
    formats: details.informationNeeds?.format ?? [],
    ...planOf(context, personId),
    facts: {
      communication: communicationNeeds(details),
      ...around(context, personId, now),
    },
  };
}

function planOf(context: QueryContext, personId: string): Pick<Answer, 'version' | 'plan'> {
  const rows = planRows(context, personId);
  const named = namesFor(context, rows);
  const holding = holdingPlan(rows.plans);
  const [draft] = draftsOf(rows.plans);
  const shown = holding ?? draft;
  return {
    version: shown ? versionView(shown, rows.copies, named) : null,
    plan: holding ? frozenOf(holding) : draft ? planContent(draft, rows, named, contentSince(rows.plans)) : null,
  };
}

function around({ read }: QueryContext, personId: string, now: string): Omit<Answer['facts'], 'communication'> {
  const sets = personSets(read, personId);
  const surroundings = personSurroundings(read, personId, now);
  const next = surroundings.nextPlanned;
  const worker = workersOf(read, [
    ...sets.roles.map(({ worker_id }) => worker_id),
    ...surroundings.cases.map(({ coordinator_id }) => coordinator_id),
    next?.worker_id ?? null,
  ]);
  const places = namesOfPlaces(
    read,
    surroundings.cases.map(({ neighbourhood_id }) => neighbourhood_id),
  );
  const cases = caseViews(surroundings.cases, sets, worker, (id) => places.get(id) ?? id);
  const roles = cases
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ roles: all, coordinator }) =>
      all
        .filter(({ endedAt }) => endedAt === null)
        .map((role) => ({ ...role, coordinates: role.worker !== null && role.worker.id === coordinator?.id })),
    );
  const phones = phonesOf(
    read,
    roles.map((role) => role.worker?.id ?? null),
  );
  const helpers = roles.map((role) => ({
    role: roleWords[role.role] ?? role.role,
    name: role.worker?.name ?? role.external?.name ?? '',
    organisation: role.worker?.organisation ?? role.external?.organisation ?? null,
    phone: role.worker === null ? (role.external?.phone ?? null) : (phones.get(role.worker.id) ?? null),
    coordinates: role.role === 'coordinator' && role.coordinates,
  }));
  const shown = ({ coordinates: _, ...helper }: (typeof helpers)[number]) => helper;
  const coordinator = helpers.find(({ coordinates }) => coordinates);
  return {
    conditions: sets.conditions
      .filter(({ ended_on }) => ended_on === null)
      .map(({ code }) => wordOf('condition', code)),
    coordinator: coordinator ? shown(coordinator) : null,
    helpers: helpers.filter((helper) => helper !== coordinator).map(shown),
    next: next
      ? {
          at: next.starts_at,
          how: wordOf('consultation-mechanism', next.mechanism),
          who: `with ${worker(next.worker_id)?.name ?? 'the care team'}`,
        }
      : null,
  };
}
