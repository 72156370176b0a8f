import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import type { StaffList } from './team-view.ts';
import { WorkerFields } from './worker-fields.tsx';
import { inputOf, newWorker, type WorkerInput, type WorkerValues, workerForm } from './worker-values.ts';

interface AddWorkerPanelProps {
  readonly open: boolean;
  readonly list: StaffList;
  readonly onClose: () => void;
}

/** Adds somebody to the team. */
export function AddWorkerPanel({ open, list, onClose }: AddWorkerPanelProps) {
  return (
    <SidePanel open={open} title="Add a worker" onClose={onClose}>
      <AddForm list={list} onClose={onClose} />
    </SidePanel>
  );
}

function AddForm({ list, onClose }: Omit<AddWorkerPanelProps, 'open'>) {
  const navigate = useNavigate();
  const form = useForm<WorkerValues, unknown, WorkerInput>({
    resolver: zodResolver(workerForm),
    defaultValues: newWorker,
  });
  const { tell } = useTell('staff.add', {
    onDone: ({ workerId }) => {
      toast({ message: 'Worker added. Choose “Let in” if they sign in on this device.' });
      onClose();
      void navigate({ to: '/team/$workerId', params: { workerId } });
    },
  });
  return (
    <Form
      form={form}
      submit="Add the worker"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (values) => {
        const answer = await tell(inputOf(values));
        return answer.ok ? undefined : answer.error;
      }}
    >
      <WorkerFields control={form.control} list={list} held={[]} />
    </Form>
  );
}
