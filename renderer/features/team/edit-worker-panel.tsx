import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import type { StaffList, Worker } from './team-view.ts';
import { WorkerFields } from './worker-fields.tsx';
import { inputOf, valuesOf, type WorkerInput, type WorkerValues, workerForm } from './worker-values.ts';

interface EditWorkerPanelProps {
  readonly open: boolean;
  readonly worker: Worker;
  readonly list: StaffList;
  readonly onClose: () => void;
}

/** Changes what is recorded of a worker; replaces only what was seen when it was opened. */
export function EditWorkerPanel({ open, ...rest }: EditWorkerPanelProps) {
  return (
    <SidePanel open={open} title={`Change ${rest.worker.name}`} onClose={rest.onClose}>
      <EditForm {...rest} />
    </SidePanel>
  );
}

function EditForm({ worker, list, onClose }: Omit<EditWorkerPanelProps, 'open'>) {
  // What was shown when the form opened, also when somebody changes the worker meanwhile.
  const [heads] = useState(worker.heads);
  const form = useForm<WorkerValues, unknown, WorkerInput>({
    resolver: zodResolver(workerForm),
    defaultValues: valuesOf(worker),
  });
  const { tell } = useTell('staff.edit', {
    onDone: () => {
      toast({ message: 'Changes saved' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Save the changes"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (values) => {
        const answer = await tell({ ...inputOf(values), workerId: worker.id, heads });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <WorkerFields control={form.control} list={list} held={worker.roles} />
    </Form>
  );
}
