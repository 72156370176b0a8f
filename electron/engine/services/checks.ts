import type { CheckEntryView, checks as contract } from '../../../shared/contract/checks.ts';
import { addYears } from '../../../shared/domain/british-date.ts';
import {
  type CheckKind,
  type CheckParts,
  eligibility,
  missingParts,
  partsOf,
  roundOf,
  standingOf,
} from '../../../shared/domain/checks.ts';
import { codeLabel, codesOf } from '../../../shared/domain/code-lists.ts';
import { shortName } from '../../../shared/domain/name.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import {
  breaksOfCarer,
  caredForBy,
  checksOf,
  findBreak,
  findCheck,
  groundsForChecks,
  type StoredCheck,
} from '../store/checks.ts';
import { findPerson } from '../store/people.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { workersOf } from '../store/workers.ts';
import { mayTakeBack, requireAuthor } from './authorship.ts';
import { refuse } from './contact-checks.ts';
import { currentPerson } from './current-person.ts';

export const checks: Services<typeof contract> = {
  'checks.ofPerson': (context, { personId }) => {
    const { read, session, today } = context;
    const person = findPerson(read, personId);
    if (!person) throw new AppError('not-found', 'This entry is not on this device. Search again, or exchange first.');
    const { flags, conditions } = groundsForChecks(read, personId);
    const stored = checksOf(read, personId);
    const breaks = breaksOfCarer(read, personId);
    const worker = workersOf(
      read,
      [...stored, ...breaks].map(({ recorded_by }) => recorded_by),
    );
    const by = (id: string) => worker(id)?.name ?? '';
    const known = {
      birth: parseJson<{ date?: string; year?: number }>(person.birth),
      died: person.death !== null,
      flags,
      conditions,
    };
    return {
      checks: codesOf('check').map((kind) => {
        const entries = stored.filter((row) => row.kind === kind).map((row) => entryView(context, row, by));
        const round = roundOf(kind, entries, today);
        return {
          kind,
          ...eligibility(kind, known, today),
          ...standingOf(kind, entries, today),
          round,
          missing: [...missingParts(kind, round?.parts ?? {})],
          entries: entries.toReversed(),
        };
      }),
      carer: {
        flagged: flags.includes('carer') || flags.includes('young-carer'),
        caresFor: caredForBy(read, personId).map(({ id, name, other_name }) => ({
          id,
          name: name === null ? null : nameOf(name),
          words: name === null ? (other_name ?? 'Not known here') : shortName(nameOf(name)),
        })),
        breaks: breaks.map((row) => ({
          id: row.id,
          kind: row.kind,
          startsOn: row.starts_on,
          endsOn: row.ends_on,
          hours: row.hours,
          provider: row.provider,
          note: row.note,
          recordedBy: by(row.recorded_by),
          mayTakeBack: mayTakeBack(session, row.recorded_by),
        })),
      },
    };
  },
  'checks.record': (context, { personId, kind, round, ...entry }) => {
    const { read, journal, session, now } = context;
    const scope = currentPerson(read, personId).neighbourhood_id;
    const parts = Object.fromEntries(
      Object.entries(entry.parts).filter(([, part]) => part !== undefined),
    ) as CheckParts;
    const whole = { ...entry, parts };
    refuse(problemsOf(context, kind, whole));
    const fields = {
      offered_on: entry.offeredOn,
      response: entry.response,
      done_on: doneOn(kind, whole),
      parts: partsOf(kind).length > 0 ? JSON.stringify(parts) : null,
      note: entry.note || null,
    };
    let checkId: string;
    if (round) {
      checkId = round.checkId;
      const stored = requireCheck(read, checkId);
      if (stored.person_id !== personId || stored.kind !== kind)
        throw new AppError('rule', 'That entry is of another person or another check. Open the person again.');
      journal.update('checks', checkId, fields, round.heads);
    } else {
      const row = { person_id: personId, kind, ...fields, recorded_at: now, recorded_by: session.workerId };
      checkId = journal.insert('checks', row, scope);
    }
    return { checkId, heads: shownHeads(read, requireCheck(read, checkId)) };
  },
  'checks.void': ({ read, journal, session, now }, { checkId, reason }) => {
    requireCheck(read, checkId);
    journal.update('checks', checkId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    return {};
  },
  'checks.addBreak': ({ read, journal, session, today }, { personId, startsOn, endsOn, provider, note, ...row }) => {
    const scope = currentPerson(read, personId).neighbourhood_id;
    if (endsOn !== null && endsOn < startsOn) refuse([{ path: 'endsOn', message: 'The end is before the beginning' }]);
    // Breaks are arranged ahead, but not for years.
    if (startsOn > addYears(today, 2)) refuse([{ path: 'startsOn', message: 'The date is too far in the future' }]);
    const fields = { person_id: personId, starts_on: startsOn, ends_on: endsOn, recorded_by: session.workerId };
    return {
      breakId: journal.insert(
        'carer_breaks',
        { ...row, ...fields, provider: provider || null, note: note || null },
        scope,
      ),
    };
  },
  'checks.voidBreak': ({ read, journal, session, now }, { breakId, reason }) => {
    const found = findBreak(read, breakId);
    if (!found || found.voided)
      throw new AppError('not-found', 'This entry is no longer there. Open the person again.');
    requireAuthor(session, found.recorded_by);
    journal.update('carer_breaks', breakId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    return {};
  },
};

function entryView({ read }: QueryContext, row: StoredCheck, by: (id: string) => string): CheckEntryView {
  return {
    id: row.id,
    heads: shownHeads(read, row),
    offeredOn: row.offered_on,
    response: row.response as CheckEntryView['response'],
    doneOn: row.done_on,
    parts: parseJson<CheckEntryView['parts']>(row.parts) ?? {},
    note: row.note ?? '',
    recordedAt: row.recorded_at,
    recordedBy: by(row.recorded_by),
  };
}

interface Entry {
  readonly offeredOn: string | null;
  readonly response: 'accepted' | 'declined' | null;
  readonly doneOn: string | null;
  readonly parts: CheckParts;
}

/** A check of several parts is done on the day of its last part. */
function doneOn(kind: CheckKind, { doneOn: on, parts }: Entry): string | null {
  if (partsOf(kind).length === 0) return on;
  if (missingParts(kind, parts).length > 0) return null;
  return Object.values(parts).reduce((latest, part) => (part.on > latest ? part.on : latest), '');
}

function problemsOf({ today }: QueryContext, kind: CheckKind, entry: Entry) {
  const { offeredOn, response, doneOn: on, parts } = entry;
  const problem = (wrong: boolean, path: string, message: string) => (wrong ? [{ path, message }] : []);
  const given = Object.entries(parts);
  const future = 'The date is in the future';
  const missing = on === null ? [] : missingParts(kind, parts);
  const words = missing.map((part) => codeLabel('check-part', part as 'alcohol').toLowerCase()).join(', ');
  return [
    ...problem(offeredOn === null && on === null && given.length === 0, 'doneOn', 'Enter when it was offered or done'),
    ...problem(offeredOn !== null && offeredOn > today, 'offeredOn', future),
    ...problem(on !== null && on > today, 'doneOn', future),
    ...problem(on !== null && offeredOn !== null && on < offeredOn, 'doneOn', 'It was done before it was offered'),
    ...problem(response !== null && offeredOn === null, 'response', 'Enter when it was offered'),
    ...problem(response === 'declined' && on !== null, 'response', 'It was done, so it was not declined'),
    ...given.flatMap(([part, { on: date }]) => [
      ...problem(date > today, `parts.${part}.on`, future),
      ...problem(!partsOf(kind).includes(part), `parts.${part}`, 'This is not a part of the check'),
    ]),
    ...problem(missing.length > 0, 'doneOn', `These parts are missing: ${words}`),
  ];
}

function requireCheck(read: QueryContext['read'], id: string) {
  const found = findCheck(read, id);
  if (!found || found.voided) throw new AppError('not-found', 'This entry is no longer there. Open the person again.');
  return found;
}
