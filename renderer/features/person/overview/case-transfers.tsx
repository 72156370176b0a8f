import { useMay, useSession } from '../../../client/session.ts';
import { Callout } from '../../../components/callout.tsx';
import { AgoText, DateText } from '../../../components/dates.tsx';
import { AnswerTransfer } from '../../cases/answer-transfer.tsx';
import { WithdrawTransfer } from '../../cases/withdraw-transfer.tsx';
import type { CaseView } from './case-panel.tsx';

/** Handovers of the case that wait for an answer; answered here by whom they were proposed to. */
export function CaseTransfers({ of }: { readonly of: CaseView }) {
  const { workerId, roles } = useSession();
  const mayAct = useMay('cases.write');
  return of.transfers
    .filter(({ answer }) => answer === null)
    .map(({ id, from, to, proposedBy, proposedAt, reason, returnOn }) => {
      const mine = to === null ? from?.id !== workerId : to.id === workerId;
      return (
        <Callout key={id} tone="info" title={`Handover to ${to?.name ?? 'whoever covers'} waits for an answer`}>
          <p>
            Proposed by {proposedBy} <AgoText value={proposedAt} />: {reason}
            {returnOn !== null && (
              <>
                {' '}
                To go back on <DateText value={returnOn} />.
              </>
            )}
          </p>
          {mayAct && (
            <div className="ot-person-deeds">
              {mine && <AnswerTransfer transferIds={[id]} of="the handover" toAnybody={to === null} />}
              {(from?.id === workerId || roles.includes('lead')) && (
                <WithdrawTransfer transferId={id} of="the handover" />
              )}
            </div>
          )}
        </Callout>
      );
    });
}
