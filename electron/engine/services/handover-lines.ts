import type { FlagView, PersonPageView } from '../../../shared/contract/person-page.ts';
import type { HandoverLine } from '../../../shared/contract/prints.ts';
import { formatDate, formatInstant, localDateOf } from '../../../shared/domain/british-date.ts';
import { shortName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { OpenMatters } from '../store/handover.ts';
import type { PersonSets, PersonSurroundings } from '../store/person-page.ts';
import type { PersonDetails } from './person-banner.ts';
import type { WorkerById } from './person-timeline.ts';
import { roleWords } from './person-timeline.ts';

/** The lines of each part of a handover sheet, in words, each with the date that it carries. */

type Changed = ReadonlyMap<string, string>;

const line = (lead: string, words: string | null, when: string | null): HandoverLine => ({
  lead,
  words: words === '' ? null : words,
  when,
});
const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');
const since = (date: string | null): string | null => (date === null ? null : `since ${formatDate(date)}`);
const recorded = (instant: string | undefined): string | null =>
  instant === undefined ? null : `recorded ${formatDate(localDateOf(instant))}`;

/** Flags that the reader may know of; those that warn whoever visits come first. */
export function flagLines(flags: readonly FlagView[]): HandoverLine[] {
  return [...flags]
    .sort((a, b) => Number(b.alert) - Number(a.alert))
    .map(({ code, reason, startedOn }) => line(wordOf('flag', code), reason, since(startedOn)));
}

const spoken = ['language', 'interpreter', 'information_needs', 'contact_ways', 'adjustments'];

/** How to speak, write and reach out, dated by the last change of any of it. */
export function communicationLines(needs: readonly string[], changed: Changed): HandoverLine[] {
  const last = spoken.map((column) => changed.get(column) ?? '').reduce((a, b) => (a > b ? a : b), '');
  return needs.map((need) => line(need, null, recorded(last === '' ? undefined : last)));
}

/** Conditions that have not ended, those diagnosed last first. */
export function conditionLines(conditions: PersonSets['conditions']): HandoverLine[] {
  return conditions
    .filter(({ ended_on }) => ended_on === null)
    .map(({ code, diagnosed_on, source }) =>
      line(
        wordOf('condition', code),
        source === null ? null : `from ${source}`,
        diagnosed_on === null ? null : `diagnosed ${formatDate(diagnosed_on)}`,
      ),
    );
}

/** What matters, in the person's own words. */
export function mattersLines(whatMatters: string | null, changed: Changed): HandoverLine[] {
  return whatMatters === null || whatMatters === ''
    ? []
    : [line('In their own words', whatMatters, recorded(changed.get('what_matters')))];
}

/** Bonds that matter when somebody has to be told, or decides for the person. */
const called: ReadonlySet<string> = new Set([
  'carer',
  'partner',
  'next-of-kin',
  'emergency-contact',
  'guardian',
  'attorney-health',
  'deputy',
  'advocate',
]);

interface People {
  readonly relationships: PersonPageView['relationships'];
  /** Not the closed ones. */
  readonly cases: PersonPageView['cases'];
  readonly phones: ReadonlyMap<string, string>;
  readonly practice: string | null;
  readonly today: string;
}

type Bond = PersonPageView['relationships'][number];
const sameBond = (a: Bond, b: Bond): boolean => a.kind === b.kind && a.person?.id === b.person?.id;

type Case = PersonPageView['cases'][number];
function rankOf({ role, worker }: Case['roles'][number], coordinator: Case['coordinator']): number {
  if (role !== 'coordinator') return 2;
  return worker !== null && worker.id === coordinator?.id ? 0 : 1;
}

/** Whom to call: family first, then the coordinator and the others on the case, then the practice. */
export function peopleLines({ relationships, cases, phones, practice, today }: People): HandoverLine[] {
  const family = relationships
    .filter(({ endedOn }) => endedOn === null || endedOn > today)
    .filter(({ kind, emergencyContact }) => emergencyContact || called.has(kind))
    .sort((a, b) => Number(b.emergencyContact) - Number(a.emergencyContact))
    // A bond that both records hold is told once.
    .filter((bond, place, all) => bond.person === null || all.findIndex((other) => sameBond(bond, other)) === place)
    .map(({ kind, person, name, phone, emergencyContact, note, startedOn }) =>
      line(
        joined(wordOf('relationship-type', kind), emergencyContact && kind !== 'emergency-contact' && 'call first'),
        joined(person === null ? name : shortName(person.name), phone ?? 'no telephone number recorded', note),
        since(startedOn),
      ),
    );
  const team = cases.flatMap(({ roles, coordinator, neighbourhood }) =>
    roles
      .filter(({ endedAt }) => endedAt === null)
      // Where two devices named one each, the one who counts meanwhile comes first.
      .sort((a, b) => rankOf(a, coordinator) - rankOf(b, coordinator))
      .map(({ role, worker, external, startedAt }) =>
        line(
          roleWords[role] ?? role,
          worker === null
            ? joined(external?.name, external?.organisation, external?.phone)
            : joined(
                worker.name,
                worker.organisation,
                phones.get(worker.id) ?? 'no telephone number recorded',
                role === 'coordinator' && `${neighbourhood.name} team`,
              ),
          since(localDateOf(startedAt)),
        ),
      ),
  );
  return [...family, ...team, ...(practice === null ? [] : [line('General practice', practice, null)])];
}

interface Home {
  readonly household: PersonPageView['household'];
  readonly personId: string;
}

/** Where the person lives, with whom, and what was noted about reaching them. */
export function accessLines(details: PersonDetails, { household, personId }: Home, changed: Changed): HandoverLine[] {
  const { address, residence, phone, mobile, contactWays } = details;
  const others = household?.members.filter(({ id }) => id !== personId);
  return [
    ...(address === null
      ? []
      : [
          line(
            'Address',
            joined(...address.lines, address.postcode),
            address.since === undefined ? recorded(changed.get('address')) : since(address.since),
          ),
        ]),
    ...(residence === null
      ? []
      : [
          line(
            'Lives in',
            joined(wordOf('residence-type', residence.type), residence.careHome),
            residence.since === undefined ? recorded(changed.get('residence')) : since(residence.since),
          ),
        ]),
    ...(household && others && others.length > 0
      ? [
          line(
            'Lives with',
            others.map(({ name, age }) => joined(shortName(name), age)).join('; '),
            since(household.since),
          ),
        ]
      : []),
    ...(mobile === null && phone === null
      ? []
      : [line('Telephone', joined(mobile, phone), recorded(changed.get(mobile === null ? 'phone' : 'mobile')))]),
    ...(contactWays?.note ? [line('Note', contactWays.note, recorded(changed.get('contact_ways')))] : []),
  ];
}

/** The last time somebody saw the person, and the next time that is planned. */
export function contactLines({ lastSeen, nextPlanned }: PersonSurroundings, worker: WorkerById): HandoverLine[] {
  const contact = (lead: string, row: PersonSurroundings['lastSeen']): HandoverLine[] => {
    const by = row === undefined ? null : worker(row.worker_id);
    return row === undefined
      ? []
      : [
          line(
            lead,
            joined(wordOf('consultation-mechanism', row.mechanism), by && `with ${by.name}`),
            formatInstant(row.starts_at),
          ),
        ];
  };
  return [...contact('Last seen', lastSeen), ...contact('Next planned', nextPlanned)];
}

const started = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');

/** What is not settled: stays, urgent and due tasks, concerns without an answer, handovers that wait, cases on hold. */
export function openLines({ tasks, stays, feedback }: OpenMatters, cases: PersonPageView['cases']): HandoverLine[] {
  return [
    ...stays.map(({ kind, provider, ward, admitted_on, expected_on }) =>
      line(
        `Under way: ${wordOf('stay-kind', kind).toLowerCase()}`,
        joined(provider, ward, expected_on && `expected home ${formatDate(expected_on)}`),
        since(admitted_on),
      ),
    ),
    ...feedback.map(({ kind, words, received_on }) =>
      line(`${started(kind)} without an answer`, words, `received ${formatDate(received_on)}`),
    ),
    ...tasks.map(({ words, due_on, priority, owner, created_at }) =>
      line(
        priority === 'urgent' ? 'Urgent task' : 'Task due',
        joined(words, owner ?? 'nobody’s yet'),
        due_on === null ? `since ${formatDate(localDateOf(created_at))}` : `due ${formatDate(due_on)}`,
      ),
    ),
    ...cases.flatMap(({ status, state, nextDueOn, nextDueSentence, transfers }) => [
      ...(status === 'on-hold' ? [line('Case on hold', state.note, state.on === null ? null : since(state.on))] : []),
      ...transfers
        .filter(({ answer }) => answer === null)
        .map(({ to, proposedAt }) =>
          line(
            'Handover of the case waits for an answer',
            to === null ? 'asked: whoever covers' : `asked: ${to.name}`,
            since(localDateOf(proposedAt)),
          ),
        ),
      ...(nextDueOn === null ? [] : [line('Next contact due', nextDueSentence, `by ${formatDate(nextDueOn)}`)]),
    ]),
  ];
}
