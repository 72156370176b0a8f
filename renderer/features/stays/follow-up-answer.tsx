import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { StayView } from '../../../shared/contract/stay-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { DueText } from '../../components/dates.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';

const seenForm = z.object({ on: z.string().min(1, 'Enter the day on which the person was seen') });

interface FollowUpAnswerProps {
  readonly stay: StayView;
  readonly mayEdit: boolean;
}

/** Whether somebody has seen the person since they left, and the way to say so. */
export function FollowUpAnswer({ stay, mayEdit }: FollowUpAnswerProps) {
  const [asking, setAsking] = useState(false);
  const { followUp } = stay;
  if (followUp === null) return null;
  const { dueOn, doneOn, owner } = followUp;
  return (
    <div className="ot-stay-answer">
      <span className="ot-stay-answer__words">
        <b>Follow-up</b>{' '}
        {doneOn === null ? (
          <>
            <DueText date={dueOn} />{' '}
            <span className="ot-muted">{`by ${formatDate(dueOn)}${owner === null ? '' : `, ${owner}`}`}</span>
          </>
        ) : (
          <span>{`done on ${formatDate(doneOn)}, ${doneOn > dueOn ? 'after' : 'in time for'} ${formatDate(dueOn)}`}</span>
        )}
      </span>
      {mayEdit && doneOn === null && (
        <Button size="small" onClick={() => setAsking(true)}>
          Person was seen
        </Button>
      )}
      <Dialog open={asking} title="The person was seen" width="narrow" onClose={() => setAsking(false)}>
        <SeenForm stay={stay} onClose={() => setAsking(false)} />
      </Dialog>
    </div>
  );
}

function SeenForm({ stay, onClose }: { readonly stay: StayView; readonly onClose: () => void }) {
  const today = useToday();
  const form = useForm({ resolver: zodResolver(seenForm), defaultValues: { on: today } });
  const undo = useTell('stays.undo');
  const { tell } = useTell('stays.followUp', {
    onDone: () => {
      toast({ message: 'Follow-up done; its task is finished', undo: () => void undo.tell({ stayId: stay.id }) });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Follow-up done"
      onSubmit={async ({ on }) => {
        const answer = await tell({ stayId: stay.id, heads: stay.heads, on });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <DateField
        control={form.control}
        name="on"
        label="Seen on"
        hint="A care contact of that day is linked by itself. Log the contact too, if nobody has."
      />
    </Form>
  );
}
