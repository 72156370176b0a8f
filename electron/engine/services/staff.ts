import type { z } from 'zod';
import type { staff as contract, workerDetails, workerPlaces } from '../../../shared/contract/staff.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { listNeighbourhoods, listPractices } from '../store/places.ts';
import {
  casesPerCoordinator,
  findStaff,
  leaveRows,
  listOrganisations,
  membershipRows,
  staffRows,
} from '../store/staff.ts';
import { letIn, shutOut, whoCanSignIn } from './staff-access.ts';

export const staff: Services<typeof contract> = {
  'staff.list': ({ read, today }) => {
    const held = Map.groupBy(membershipRows(read, today), ({ worker_id }) => worker_id);
    const away = Map.groupBy(leaveRows(read, today), ({ worker_id }) => worker_id);
    const cases = casesPerCoordinator(read);
    const valuesOf = (id: string, kind: string) =>
      (held.get(id) ?? []).filter((row) => row.kind === kind).map(({ value }) => value);
    return {
      workers: staffRows(read).map((row) => ({
        id: row.id,
        name: row.name,
        organisationId: row.organisation_id,
        organisation: row.organisation ?? '',
        job: row.job as CodeOf<'worker-role'>,
        phone: row.phone ?? '',
        email: row.email ?? '',
        wte: row.wte,
        governanceTrainedOn: row.governance_trained_on,
        supervised: row.supervised === 1,
        endedOn: row.ended_on,
        roles: valuesOf(row.id, 'role') as Role[],
        neighbourhoodIds: valuesOf(row.id, 'neighbourhood'),
        practiceIds: valuesOf(row.id, 'practice'),
        leave: (away.get(row.id) ?? []).map((leave) => ({
          id: leave.id,
          startsOn: leave.starts_on,
          endsOn: leave.ends_on,
          heads: shownHeads(read, leave),
        })),
        cases: cases.get(row.id) ?? 0,
        heads: shownHeads(read, row),
      })),
      neighbourhoods: listNeighbourhoods(read).map(({ id, name, locality }) => ({ id, name, locality })),
      practices: listPractices(read).map(({ id, name, neighbourhood_id }) => ({
        id,
        name,
        neighbourhoodId: neighbourhood_id,
      })),
      organisations: listOrganisations(read),
    };
  },
  'staff.access': whoCanSignIn,
  'staff.add': (context, input) => {
    requireMayGive(context, [], input.roles);
    const workerId = context.journal.insert('workers', columnsOf(input), 'city');
    for (const [kind, value] of wanted(input)) join(context, workerId, kind, value);
    return { workerId };
  },
  'staff.edit': (context, { workerId, heads, ...input }) => {
    requireWorker(context, workerId);
    context.journal.update('workers', workerId, columnsOf(input), heads);
    const present = membershipRows(context.read, context.today).filter((row) => row.worker_id === workerId);
    requireMayGive(
      context,
      present.filter(({ kind }) => kind === 'role').map(({ value }) => value),
      input.roles,
    );
    const next = wanted(input);
    for (const { id, kind, value } of present)
      if (!next.some(([k, v]) => k === kind && v === value))
        context.journal.update('worker_memberships', id, { ended_on: context.today });
    for (const [kind, value] of next)
      if (!present.some((row) => row.kind === kind && row.value === value)) join(context, workerId, kind, value);
    return {};
  },
  'staff.addLeave': (context, { workerId, startsOn, endsOn }) => {
    requireWorker(context, workerId);
    if (endsOn < startsOn)
      throw new AppError('rule', 'Leave ends on the day it starts, or later. Change one of the dates.');
    context.journal.insert('worker_leave', { worker_id: workerId, starts_on: startsOn, ends_on: endsOn }, 'city');
    return {};
  },
  'staff.removeLeave': ({ read, journal, today }, { workerId, leaveId, heads }) => {
    const leave = leaveRows(read, today).find(({ id, worker_id }) => id === leaveId && worker_id === workerId);
    if (!leave) throw new AppError('rule', 'This leave is over or was removed already. Nothing needs to be done.');
    // Leave that ends the day before it starts has no day.
    const from = leave.starts_on > today ? leave.starts_on : today;
    journal.update('worker_leave', leaveId, { ends_on: addDays(from, -1) }, heads);
    return {};
  },
  'staff.letIn': letIn,
  'staff.end': (context, { workerId }) => {
    requireWorker(context, workerId);
    if (workerId === context.session.workerId)
      throw new AppError('rule', 'You cannot end your own access. Ask another lead or an administrator.');
    const cases = casesPerCoordinator(context.read).get(workerId) ?? 0;
    if (cases > 0)
      throw new AppError(
        'rule',
        `They still coordinate ${cases} ${cases === 1 ? 'case' : 'cases'}. Hand those over first, then end their access.`,
      );
    context.journal.update('workers', workerId, { ended_on: context.today });
    return {};
  },
  'staff.shutOut': shutOut,
};

type Details = z.output<typeof workerDetails>;
type Places = z.output<typeof workerPlaces>;

function columnsOf(input: Details) {
  return {
    name: input.name,
    organisation_id: input.organisationId,
    job: input.job,
    phone: input.phone || null,
    email: input.email || null,
    wte: input.wte,
    governance_trained_on: input.governanceTrainedOn,
    supervised: input.supervised ? 1 : 0,
  };
}

function wanted(input: Places): [kind: string, value: string][] {
  return [
    ...input.roles.map((role): [string, string] => ['role', role]),
    ...input.neighbourhoodIds.map((id): [string, string] => ['neighbourhood', id]),
    ...input.practiceIds.map((id): [string, string] => ['practice', id]),
  ];
}

function join({ journal, today }: CommandContext, workerId: string, kind: string, value: string): void {
  journal.insert('worker_memberships', { worker_id: workerId, kind, value, started_on: today }, 'city');
}

function requireWorker({ read }: CommandContext, id: string): void {
  if (!findStaff(read, id))
    throw new AppError('not-found', 'This worker is not on this device. Exchange first, then try again.');
}

/** Only an administrator makes administrators and reviewers: a lead could otherwise give themselves sight of everything. */
function requireMayGive({ session }: CommandContext, held: readonly string[], given: readonly Role[]): void {
  const guarded = given.filter((role) => (role === 'admin' || role === 'reviewer') && !held.includes(role));
  if (guarded.length > 0 && !session.roles.includes('admin'))
    throw new AppError('not-allowed', 'Only an administrator can make somebody an administrator or a reviewer.');
}
