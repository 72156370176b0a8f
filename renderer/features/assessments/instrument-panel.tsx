import { useCallback, useRef } from 'react';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { call } from '../../client/call.ts';
import { useOnce } from '../../client/once.ts';
import { useAsk } from '../../client/queries.ts';
import { SidePanel } from '../../components/dialog.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';
import { openPanel } from '../frame/panels.ts';
import type { InstrumentRequest, PanelProps } from '../frame/plug-types.ts';
import { InstrumentForm } from './instrument-form.tsx';
import type { InstrumentValues } from './instrument-values.ts';

/** Fills in one instrument for a person, over any page. */
export function InstrumentPanel({ request, onClose }: PanelProps<InstrumentRequest>) {
  const { personId } = request;
  const instrument = instrumentOf(request.instrument);
  const key = `${personId}-${request.instrument}`;
  const opened = useAsk('instruments.open', { personId });
  const { answer: draft, failure } = useOnce('drafts.open', { kind: 'instrument', key });
  const typed = useRef(false);
  const onTyped = useCallback(() => {
    typed.current = true;
  }, []);
  const name = instrument?.name ?? 'this instrument';
  const leave = () => {
    onClose();
    if (typed.current)
      toast({ message: `Kept as a draft. ${name} for the same person goes on with it.`, tone: 'info' });
  };
  const failed = opened.failure ?? failure;
  return (
    <SidePanel open title={instrument?.title ?? 'Instrument'} width="wide" onClose={leave}>
      {failed !== undefined ? (
        <ErrorState failure={failed} />
      ) : opened.data === undefined || draft === undefined || instrument === undefined ? (
        <LoadingState />
      ) : (
        <>
          <PersonLine person={opened.data.person} />
          <InstrumentForm
            personId={personId}
            instrument={instrument}
            draft={draft.draft}
            onTyped={onTyped}
            onRecorded={(resultId, taskId, values) => {
              onClose();
              toast({
                message: taskId === null ? `${name} recorded` : `${name} recorded. An urgent task is yours for today.`,
                undo: () => void takeBack(request, resultId, values),
              });
            }}
            onDiscard={(values) => {
              onClose();
              void call('drafts.discard', { kind: 'instrument', key });
              toast({ message: 'Draft thrown away', tone: 'info', undo: () => void keepAgain(request, values) });
            }}
          />
        </>
      )}
    </SidePanel>
  );
}

/** Undo: the sitting becomes void, and what was answered is a draft again. */
async function takeBack(request: InstrumentRequest, resultId: string, values: InstrumentValues): Promise<void> {
  const answer = await call('instruments.void', { resultId, reason: 'Taken back right after saving' });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  else await keepAgain(request, values);
}

async function keepAgain(request: InstrumentRequest, values: InstrumentValues): Promise<void> {
  const { personId, instrument } = request;
  await call('drafts.save', { kind: 'instrument', key: `${personId}-${instrument}`, body: { ...values } });
  openPanel('instrument', request);
}
