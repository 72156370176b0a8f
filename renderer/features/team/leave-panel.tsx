import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { formatDate, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { Form } from '../../components/form.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import type { Worker } from './team-view.ts';

/** When a worker is away: cases that fall due meanwhile show it. */
export function LeavePanel({ worker }: { readonly worker: Worker }) {
  const today = useToday();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title="Leave"
      {...(worker.endedOn === null && {
        actions: (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            Add leave
          </Button>
        ),
      })}
    >
      {worker.leave.length === 0 ? (
        <p className="ot-muted">No leave is recorded from today on.</p>
      ) : (
        <ul className="ot-team__leave">
          {worker.leave.map((leave) => (
            <li key={leave.id}>
              {daysOf(leave)}
              {leave.startsOn <= today && <Tag tone="blue">Away now</Tag>}
              <TakeBack worker={worker} leave={leave} began={leave.startsOn <= today} />
            </li>
          ))}
        </ul>
      )}
      <Dialog open={adding} title="Add leave" width="narrow" onClose={() => setAdding(false)}>
        <LeaveForm workerId={worker.id} onClose={() => setAdding(false)} />
      </Dialog>
    </Panel>
  );
}

type Leave = Worker['leave'][number];

const daysOf = ({ startsOn, endsOn }: Leave): string =>
  startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} to ${formatDate(endsOn)}`;

interface TakeBackProps {
  readonly worker: Worker;
  readonly leave: Leave;
  /** Its first day has come: what was taken of it stays. */
  readonly began: boolean;
}

function TakeBack({ worker, leave, began }: TakeBackProps) {
  const today = useToday();
  const { tell: add } = useTell('staff.addLeave');
  const { tell, telling } = useTell('staff.removeLeave', {
    onDone: () =>
      toast({
        message: began ? 'The leave ended yesterday' : 'Leave removed',
        undo: () => void add({ workerId: worker.id, startsOn: began ? today : leave.startsOn, endsOn: leave.endsOn }),
      }),
  });
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={`${began ? 'Back at work: end the leave' : 'Remove the leave'} ${daysOf(leave)}`}
      disabled={telling}
      onClick={async () => {
        const answer = await tell({ workerId: worker.id, leaveId: leave.id, heads: leave.heads });
        if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
      }}
    >
      {began ? 'Back at work' : 'Remove'}
    </Button>
  );
}

const leaveForm = z
  .object({ startsOn: isoDateSchema, endsOn: isoDateSchema })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'The last day cannot be before the first',
  });

function LeaveForm({ workerId, onClose }: { readonly workerId: string; readonly onClose: () => void }) {
  const form = useForm({ resolver: zodResolver(leaveForm), defaultValues: { startsOn: '', endsOn: '' } });
  const { tell } = useTell('staff.addLeave', {
    onDone: () => {
      toast({ message: 'Leave recorded' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Record the leave"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (dates) => {
        const answer = await tell({ workerId, ...dates });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <FieldRow>
        <DateField control={form.control} name="startsOn" label="First day away" />
        <DateField control={form.control} name="endsOn" label="Last day away" />
      </FieldRow>
    </Form>
  );
}
