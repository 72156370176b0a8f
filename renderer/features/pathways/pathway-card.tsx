import { useState } from 'react';
import type { PathwayView } from '../../../shared/contract/pathways.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateText } from '../../components/dates.tsx';
import { Details } from '../../components/details.tsx';
import { Panel } from '../../components/panel.tsx';
import { toast } from '../../components/toast.ts';
import { EndDialog } from './end-dialog.tsx';
import { PathwayProgress } from './pathway-progress.tsx';
import { StepList } from './step-list.tsx';
import { isUnderWay } from './words.ts';

interface PathwayCardProps {
  readonly pathway: PathwayView;
  readonly mayWrite: boolean;
  readonly coordinator: string;
}

/** One pathway: since when, how far, and every step. Ended ones keep their steps folded away. */
export function PathwayCard({ pathway, mayWrite, coordinator }: PathwayCardProps) {
  const [asking, setAsking] = useState<'end' | 'void' | null>(null);
  const close = () => setAsking(null);
  const takeBack = useTell('pathways.void', { onDone: () => toast({ message: 'The pathway was taken back' }) });
  const { name, startedOn, startedBy, version, ended, caseClosed } = pathway;
  const open = isUnderWay(pathway);
  const list = <StepList pathway={pathway} mayWrite={mayWrite} coordinator={coordinator} />;
  return (
    <Panel
      title={name}
      actions={
        mayWrite &&
        open && (
          <>
            <Button size="small" look="quiet" onClick={() => setAsking('void')}>
              Begun in error<span className="nhsuk-u-visually-hidden">: {name}</span>
            </Button>
            <Button size="small" onClick={() => setAsking('end')}>
              End<span className="nhsuk-u-visually-hidden"> the pathway {name}</span>
            </Button>
          </>
        )
      }
    >
      <PathwayProgress pathway={pathway} />
      <p className="ot-person-because">
        Since <DateText value={startedOn} />
        {startedBy !== null && `, begun by ${startedBy.name}, ${startedBy.organisation}`} · steps of version {version}
        {ended !== null && (
          <>
            {' · '}
            {wordOf('pathway-end', ended.how)}, <DateText value={ended.on} />, {ended.by}
            {ended.note !== null && `: ${ended.note}`}
          </>
        )}
        {ended === null && caseClosed && ' · the case is closed'}
      </p>
      {open ? list : <Details summary="Its steps">{list}</Details>}
      {asking === 'end' && <EndDialog pathway={pathway} onClose={close} />}
      <ConfirmDialog
        open={asking === 'void'}
        title={`Take back the pathway: ${name}`}
        confirm="Take it back"
        danger
        busy={takeBack.telling}
        reasonLabel="Why it was begun in error"
        onCancel={close}
        onConfirm={(reason) => {
          close();
          void takeBack.tell({ pathwayId: pathway.id, reason }).then((answer) => {
            if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
          });
        }}
      >
        <p>Its steps go with it and stay in the history. To end a pathway that was rightly begun, use “End”.</p>
      </ConfirmDialog>
    </Panel>
  );
}
