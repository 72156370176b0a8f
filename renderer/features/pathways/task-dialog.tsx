import { useForm } from 'react-hook-form';
import type { PathwayStepView } from '../../../shared/contract/pathways.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import { WorkerField } from '../cases/worker-field.tsx';

interface TaskDialogProps {
  readonly step: PathwayStepView;
  /** The coordinator of the case: offered first. */
  readonly usual: string;
  readonly onClose: () => void;
}

/** Makes a task of a step, for somebody or for whoever of the team takes it. */
export function StepTaskDialog({ step, usual, onClose }: TaskDialogProps) {
  const form = useForm({ defaultValues: { ownerId: usual } });
  const make = useTell('pathways.makeTask', {
    onDone: () => {
      toast({ message: 'Task made' });
      onClose();
    },
  });
  return (
    <Dialog open title="Make a task of this step" onClose={onClose}>
      <p>
        <b>{step.words}</b>
      </p>
      <Form
        form={form}
        submit="Make a task"
        onSubmit={async ({ ownerId }) => {
          const answer = await make.tell({ stepId: step.id, ownerId: ownerId === '' ? null : ownerId });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <WorkerField
          control={form.control}
          name="ownerId"
          label="Whose task"
          hint="Left empty, it belongs to the team. It is due when the step is due, and is done when the step is."
          optional
        />
      </Form>
    </Dialog>
  );
}
