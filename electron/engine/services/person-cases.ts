import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import type { CaseloadExplanation } from '../derived/caseload.ts';
import { parseJson } from '../store/person-columns.ts';
import type { PersonSets, PersonSurroundings } from '../store/person-page.ts';
import { type ExternalPerson, roleWords, type TransferAnswer, type WorkerById } from './person-timeline.ts';

interface CaseState {
  readonly on?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly reviewOn?: string;
}

/** The cases of a person with roles and handovers, newest first. */
export function caseViews(
  cases: PersonSurroundings['cases'],
  sets: PersonSets,
  worker: WorkerById,
  place: (id: string) => string,
): PersonPageView['cases'] {
  return cases.map((row) => {
    const state = parseJson<CaseState>(row.state);
    return {
      id: row.id,
      neighbourhood: { id: row.neighbourhood_id, name: place(row.neighbourhood_id) },
      status: row.status,
      state: {
        on: state?.on ?? null,
        reason: state?.reason ?? null,
        note: state?.note ?? null,
        reviewOn: state?.reviewOn ?? null,
      },
      openedOn: row.opened_on,
      source: row.source,
      purpose: row.purpose,
      followsCaseId: row.follows_case_id,
      coordinator: worker(row.coordinator_id),
      nextDueOn: row.next_due_on,
      nextDueSentence: parseJson<CaseloadExplanation>(row.explanation)?.due?.sentence ?? null,
      roles: sets.roles.filter(({ case_id }) => case_id === row.id).map((role) => roleView(role, worker)),
      transfers: sets.transfers
        .filter(({ case_id }) => case_id === row.id)
        .map((transfer) => transferView(transfer, worker)),
    };
  });
}

function roleView(role: PersonSets['roles'][number], worker: WorkerById) {
  const external = parseJson<ExternalPerson>(role.external);
  return {
    id: role.id,
    role: role.role,
    worker: worker(role.worker_id),
    external: external && {
      name: external.name ?? '',
      organisation: external.organisation ?? null,
      phone: external.phone ?? null,
    },
    startedAt: role.started_at,
    endedAt: role.ended_at,
  };
}

function transferView(transfer: PersonSets['transfers'][number], worker: WorkerById) {
  const answer = parseJson<TransferAnswer>(transfer.answer);
  return {
    id: transfer.id,
    from: worker(transfer.from_worker_id),
    to: worker(transfer.to_worker_id),
    proposedBy: worker(transfer.proposed_by)?.name ?? '',
    proposedAt: transfer.proposed_at,
    reason: transfer.reason,
    returnOn: transfer.return_on,
    answer: answer && {
      state: answer.state,
      by: worker(answer.by)?.name ?? '',
      at: answer.at,
      reason: answer.reason ?? null,
    },
  };
}

type Involved = PersonPageView['involved'][number];

/** Who is involved: those with a role, and those who have seen the person; current ones first, then the latest seen. */
export function involvedViews(
  roles: PersonSets['roles'],
  contacts: PersonSurroundings['contactsByWorker'],
  worker: WorkerById,
): Involved[] {
  const seen = new Map(contacts.map((row) => [row.worker_id, row]));
  const ids = [...new Set([...roles.map(({ worker_id }) => worker_id), ...seen.keys()])].filter((id) => id !== null);
  const workers = ids.map((id): Involved => {
    const held = roles.filter((role) => role.worker_id === id);
    const known = worker(id);
    return {
      worker: known,
      name: known?.name ?? '',
      organisation: known?.organisation ?? '',
      ...rolesOf(held),
      phone: null,
      contacts: seen.get(id)?.contacts ?? 0,
      lastActivityAt: latest(seen.get(id)?.last_at, held),
    };
  });
  const outside = roles.flatMap((role): Involved[] => {
    const external = parseJson<ExternalPerson>(role.external);
    if (!external) return [];
    return [
      {
        worker: null,
        name: external.name ?? '',
        organisation: external.organisation ?? '',
        ...rolesOf([role]),
        phone: external.phone ?? null,
        contacts: 0,
        lastActivityAt: latest(null, [role]),
      },
    ];
  });
  return [...workers, ...outside].sort(
    (a, b) => Number(b.current) - Number(a.current) || ((a.lastActivityAt ?? '') < (b.lastActivityAt ?? '') ? 1 : -1),
  );
}

function rolesOf(held: PersonSets['roles']): { roles: string[]; current: boolean } {
  const open = held.filter((role) => role.ended_at === null && role.status !== 'closed');
  const shown = open.length > 0 ? open : held;
  return { roles: [...new Set(shown.map(({ role }) => roleWords[role] ?? role))], current: open.length > 0 };
}

function latest(contact: string | null | undefined, held: PersonSets['roles']): string | null {
  const times = [contact ?? '', ...held.map(({ started_at, ended_at }) => ended_at ?? started_at)];
  return times.reduce((a, b) => (a > b ? a : b)) || null;
}
