import { useCallback, useRef } from 'react';
import { call } from '../../client/call.ts';
import { useOnce } from '../../client/once.ts';
import { useAsk } from '../../client/queries.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';
import { openPanel } from '../frame/panels.ts';
import type { PanelProps, PanelRequests } from '../frame/plug-types.ts';
import type { AssessmentValues } from './answer-values.ts';
import { AssessmentForm } from './assessment-form.tsx';

/** Answers the shared assessment, over any page. */
export function AssessmentPanel({ request, onClose }: PanelProps<PanelRequests['assessment']>) {
  const { personId } = request;
  const { answer: begun, failure } = useOnce('assessments.open', { personId });
  const now = useAsk('assessments.open', { personId });
  const typed = useRef(false);
  const onTyped = useCallback(() => {
    typed.current = true;
  }, []);
  const leave = () => {
    onClose();
    if (typed.current)
      toast({ message: 'Kept as a draft. The assessment of the same person goes on with it.', tone: 'info' });
  };
  const failed = failure ?? now.failure;
  return (
    <SidePanel open title="Shared assessment" width="wide" onClose={leave}>
      {failed !== undefined ? (
        <ErrorState failure={failed} />
      ) : begun === undefined || now.data === undefined ? (
        <LoadingState />
      ) : (
        <>
          <PersonLine person={begun.person} />
          <AssessmentForm
            personId={personId}
            begun={begun}
            domains={now.data.domains}
            openDomain={request.domain}
            onTyped={onTyped}
            onSaved={(answerIds, values) => {
              onClose();
              toast({ message: 'Assessment saved', undo: () => void takeBack(personId, answerIds, values) });
            }}
            onDiscard={(values) => {
              onClose();
              void call('drafts.discard', { kind: 'assessment', key: personId });
              toast({ message: 'Draft thrown away', tone: 'info', undo: () => void keepAgain(personId, values) });
            }}
          />
        </>
      )}
    </SidePanel>
  );
}

/** Undo: the answers become void, and what was typed is a draft again. */
async function takeBack(personId: string, answerIds: readonly string[], values: AssessmentValues): Promise<void> {
  const answer = await call('assessments.void', { answerIds: [...answerIds], reason: 'Taken back right after saving' });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  else await keepAgain(personId, values);
}

async function keepAgain(personId: string, values: AssessmentValues): Promise<void> {
  await call('drafts.save', { kind: 'assessment', key: personId, body: { ...values } });
  openPanel('assessment', { personId });
}
