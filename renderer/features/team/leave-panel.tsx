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
          {worker.leave.map(({ id, startsOn, endsOn }) => (
            <li key={id}>
              {startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} to ${formatDate(endsOn)}`}
              {startsOn <= today && today <= endsOn && <Tag tone="blue">Away now</Tag>}
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
