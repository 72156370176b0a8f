import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonName } from '../../../shared/domain/name.ts';
import { useTell } from '../../client/commands.ts';
import { useMay, useSession } from '../../client/session.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import { WhoseCase } from './whose-case.tsx';
import { coordinating, WorkerField } from './worker-field.tsx';

const acceptForm = z.object({ coordinatorId: z.string().min(1, 'Choose the care coordinator') });

interface AcceptDialogProps {
  readonly open: boolean;
  readonly caseId: string;
  /** Whose case it is, where no banner says it. */
  readonly whose?: PersonName;
  readonly onClose: () => void;
}

/** Opens a proposed case: its coordinator is the worker at the keyboard or, for a lead, anybody who coordinates. */
export function AcceptDialog({ open, ...props }: AcceptDialogProps) {
  return (
    <Dialog open={open} title="Open the proposed case" width="narrow" onClose={props.onClose}>
      <AcceptForm {...props} />
    </Dialog>
  );
}

function AcceptForm({ caseId, whose, onClose }: Omit<AcceptDialogProps, 'open'>) {
  const { workerId, roles } = useSession();
  const lead = useMay('cases.impose');
  const form = useForm({
    resolver: zodResolver(acceptForm),
    defaultValues: { coordinatorId: roles.includes('coordinator') ? workerId : '' },
  });
  const accept = useTell('cases.accept', {
    onDone: () => {
      toast({ message: 'Case opened' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Open the case"
      onSubmit={async (values) => {
        const answer = await accept.tell({ caseId, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <WhoseCase name={whose} />
      {lead ? (
        <WorkerField control={form.control} name="coordinatorId" label="Care coordinator" roles={coordinating} />
      ) : (
        <p>You become its care coordinator. To ask somebody else, hand the case over instead.</p>
      )}
    </Form>
  );
}
