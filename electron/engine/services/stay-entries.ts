import type { StayFields } from '../../../shared/contract/stays.ts';
import type { StayDraft } from '../../../shared/domain/stay-rules.ts';
import type { Heads } from '../../../shared/ids.ts';
import type { CommandContext } from '../context.ts';
import type { StayRow } from '../store/stays.ts';
import { requireInUse, requireStay } from './stay-checks.ts';
import { newStay, type StayPatch, stayColumns } from './stay-columns.ts';
import { settleFollowUp, settleStored } from './stay-follow-up.ts';

/** What is to follow after somebody left, and whose task it is; null where nothing is. */
export type Followed = ReturnType<typeof settleFollowUp>;

/** Puts a stay on record, begun or over already; its dates have been checked. @returns its id and what is to follow */
export function recordStay(
  context: CommandContext,
  personId: string,
  fields: StayPatch & Pick<StayFields, 'kind' | 'emergency' | 'mentalHealth' | 'admittedOn'>,
): { stayId: string; followUp: Followed } {
  const { read, journal, session } = context;
  const target = requireInUse(read, personId);
  const of = { personId, caseId: target.case_id, recordedBy: session.workerId };
  const stayId = journal.insert('stays', newStay(of, fields), target.neighbourhood_id);
  return { stayId, followUp: fields.dischargedOn ? settleStored(context, requireStay(read, stayId)) : null };
}

/** Ends a stay; its dates have been checked. @returns what is to follow */
export function endStay(
  context: CommandContext,
  stay: StayRow,
  { after, mentalHealth = stay.mental_health === 1 }: { readonly after: StayDraft; readonly mentalHealth?: boolean },
  heads: Heads | undefined,
  owner: string | null = null,
): Followed {
  const { dischargedOn, destination } = after;
  const severer = mentalHealth && stay.mental_health === 0 ? { mentalHealth } : {};
  context.journal.update('stays', stay.id, stayColumns({ dischargedOn, destination, ...severer }), heads);
  return settleFollowUp(context, stay, { ...after, mentalHealth }, owner);
}
