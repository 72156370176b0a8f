import type { FlagView, PersonPageView } from '../../../shared/contract/person-page.ts';
import { codeEntry, isCode } from '../../../shared/domain/code-lists.ts';
import { overrideSentence } from '../../../shared/domain/need-tier.ts';
import { shippedNeedTierTable } from '../../../shared/domain/need-tier-table.ts';
import { currentDecisions } from '../../../shared/domain/sharing.ts';
import type { Session } from '../context.ts';
import type { PersonNeed } from '../derived/need-facts.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import type { PersonSets, PersonSurroundings } from '../store/person-page.ts';
import { inOwnPlaces } from './people-search.ts';
import { ageWords } from './person-rows.ts';
import type { WorkerById } from './person-timeline.ts';
import { isRestricted, orderedFlagCodes } from './restricted.ts';

/** Parts of a person's page from their stored rows. Flags come in here already without those that the worker may not know of. */

const nameOfWorker = (worker: WorkerById, id: string | null): string => worker(id)?.name ?? '';

/** Flags with their authors, most pressing first. */
export function flagViews(flags: PersonSets['flags'], worker: WorkerById): FlagView[] {
  const order = orderedFlagCodes(flags);
  return flags
    .map((flag) => ({
      id: flag.id,
      code: flag.code,
      restricted: isRestricted(flag.code),
      alert: isCode('flag', flag.code) && codeEntry('flag', flag.code).alert === true,
      startedOn: flag.started_on,
      endedOn: flag.ended_on,
      reason: flag.reason,
      recordedBy: nameOfWorker(worker, flag.recorded_by),
    }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

/** Sharing decisions newest first, with those that hold marked. */
export function sharingViews(stored: PersonSets['sharing'], worker: WorkerById): PersonPageView['sharing'] {
  const decisions = stored.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    organisationKind: row.organisation_kind,
    organisationId: row.organisation_id,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation ?? '' },
    decision: row.decision,
    decidedOn: row.decided_on,
    recordedBy: nameOfWorker(worker, row.recorded_by),
    note: row.note,
  }));
  const held = currentDecisions(decisions);
  return decisions.map(({ organisationId: _, ...decision }, i) => {
    const whole = decisions[i];
    return { ...decision, current: whole !== undefined && held.has(whole) };
  });
}

/** The need tier with the sentence of each contribution. */
export function needView(need: PersonNeed, override: string | null, worker: WorkerById): PersonPageView['need'] {
  const { tier, computed, points, contributions, missing } = need.result;
  const by = nameOfWorker(worker, parseJson<{ by?: string }>(override)?.by ?? null);
  const sentence = overrideSentence(need.result, shippedNeedTierTable, by);
  return {
    tier,
    computed,
    points,
    contributions: [...contributions],
    missing: [...missing],
    override:
      need.result.override && sentence !== null
        ? {
            tier: need.result.override.tier,
            reason: need.result.override.reason,
            until: need.result.override.until,
            by,
            sentence,
          }
        : null,
    notice: shippedNeedTierTable.notice,
  };
}

interface OtherPerson {
  readonly name: string;
  readonly birth: string | null;
  readonly death: string | null;
  readonly neighbourhood_id: string;
  readonly practice_id: string | null;
}

const related = (session: Session, id: string, person: OtherPerson, today: string) => ({
  id,
  name: nameOf(person.name),
  age: ageWords(person.birth, person.death, today),
  open: inOwnPlaces(session, person),
});

/** What the other is to this person, whichever of the two records holds the bond. */
export function relationshipViews(
  stored: PersonSurroundings['relationships'],
  session: Session,
  today: string,
): PersonPageView['relationships'] {
  return stored.map((row) => ({
    id: row.id,
    kind: row.from_other_side === 1 ? inverseOf(row.kind) : row.kind,
    person:
      row.other_id !== null && row.name !== null && row.neighbourhood_id !== null
        ? related(session, row.other_id, { ...row, name: row.name, neighbourhood_id: row.neighbourhood_id }, today)
        : null,
    name: row.other_name,
    phone: row.other_phone,
    emergencyContact: row.emergency_contact === 1 && row.from_other_side === 0,
    note: row.note,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    recordedHere: row.from_other_side === 0,
  }));
}

const inverseOf = (kind: string): string =>
  isCode('relationship-type', kind) ? (codeEntry('relationship-type', kind).inverse ?? kind) : kind;

/** The household with its members, eldest first; the person is one of them. */
export function householdView(
  members: PersonSurroundings['household'],
  personId: string,
  session: Session,
  today: string,
): PersonPageView['household'] {
  const own = members.find(({ member_id }) => member_id === personId);
  if (!own) return null;
  return {
    id: own.id,
    label: own.label,
    membershipId: own.membership_id,
    since: own.started_on,
    members: members.map((member) => ({
      ...related(session, member.member_id, member, today),
      membershipId: member.membership_id,
      since: member.started_on,
    })),
  };
}
