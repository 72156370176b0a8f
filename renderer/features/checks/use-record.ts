import type { CheckView } from '../../../shared/contract/checks.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { useTell } from '../../client/commands.ts';
import { toast } from '../../components/toast.ts';

type Input = InputOf<'checks.record'>;
/** What an entry says in whole. */
export type WholeEntry = Pick<Input, 'offeredOn' | 'response' | 'doneOn' | 'parts' | 'note'>;

/** What the round under way says, to be carried on. */
export function roundOf({ round }: CheckView): WholeEntry {
  if (round === null) return {};
  const { offeredOn, response, doneOn, parts, note } = round;
  return { offeredOn, response, doneOn, parts, note };
}

/** Records an entry of a check, with an Undo that brings back what stood before. */
export function useRecord(personId: string, check: CheckView) {
  const again = useTell('checks.record');
  const takeBack = useTell('checks.void');
  const record = useTell('checks.record');
  const kind = check.kind as Input['kind'];
  return {
    busy: record.telling,
    record: async (entry: WholeEntry, said: string) => {
      const { round } = check;
      const before = roundOf(check);
      const answer = await record.tell({
        personId,
        kind,
        round: round && { checkId: round.id, heads: round.heads },
        ...entry,
      });
      if (!answer.ok) return answer.error;
      const { checkId, heads } = answer.value;
      toast({
        message: said,
        undo: () =>
          void (round === null
            ? takeBack.tell({ checkId, reason: 'Taken back right after it was recorded.' })
            : again.tell({ personId, kind, round: { checkId, heads }, ...before })),
      });
      return undefined;
    },
  };
}
