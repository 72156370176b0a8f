import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Role } from '../../../shared/domain/permissions.ts';
import { optionalLine } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { coordinating, WorkerField } from './worker-field.tsx';

const roles = ['coordinator', 'behaviourist', 'lead-professional', 'involved'] as const;
type CaseRole = (typeof roles)[number];

const words: Readonly<Record<CaseRole, string>> = {
  coordinator: 'Care coordinator',
  behaviourist: 'Behaviourist',
  'lead-professional': 'Lead professional',
  involved: 'Involved worker',
};
const whoMayBe: Readonly<Partial<Record<CaseRole, readonly Role[]>>> = {
  coordinator: coordinating,
  behaviourist: ['behaviourist'],
};
/** Roles that somebody without an account can have. */
const openToOthers: readonly CaseRole[] = ['lead-professional', 'involved'];

const assignForm = z
  .object({
    role: z.enum(roles),
    who: z.enum(['worker', 'external']),
    workerId: z.string(),
    name: optionalLine(120),
    organisation: optionalLine(120),
    phone: optionalLine(40),
  })
  .refine(({ who, role, workerId }) => (who === 'external' && openToOthers.includes(role)) || workerId !== '', {
    path: ['workerId'],
    message: 'Choose a worker',
  })
  .refine(({ who, role, name }) => who === 'worker' || !openToOthers.includes(role) || name !== '', {
    path: ['name'],
    message: 'Enter the name',
  });

interface AssignDialogProps {
  readonly open: boolean;
  readonly caseId: string;
  /** A case that has lost its coordinator can be given one. */
  readonly withoutCoordinator?: boolean;
  readonly onClose: () => void;
}

/** Gives somebody a role on a case. */
export function AssignDialog({ open, ...props }: AssignDialogProps) {
  return (
    <Dialog open={open} title="Add somebody to the case" onClose={props.onClose}>
      <AssignForm {...props} />
    </Dialog>
  );
}

function AssignForm({ caseId, withoutCoordinator = false, onClose }: Omit<AssignDialogProps, 'open'>) {
  const form = useForm({
    resolver: zodResolver(assignForm),
    defaultValues: {
      role: (withoutCoordinator ? 'coordinator' : 'involved') as CaseRole,
      who: 'worker' as 'worker' | 'external',
      workerId: '',
      name: '',
      organisation: '',
      phone: '',
    },
  });
  const { control } = form;
  const [role, who] = useWatch({ control, name: ['role', 'who'] });
  const external = who === 'external' && openToOthers.includes(role);
  const may = whoMayBe[role];
  const assign = useTell('cases.assign', {
    onDone: () => {
      toast({ message: `${words[role]} added` });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Add to the case"
      onSubmit={async ({ workerId, name, organisation, phone, role: chosen }) => {
        const answer = await assign.tell({
          caseId,
          role: chosen,
          ...(external ? { external: { name, organisation, phone } } : { workerId }),
        });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <SelectField
        control={control}
        name="role"
        label="Role"
        options={roles
          .filter((each) => each !== 'coordinator' || withoutCoordinator)
          .map((value) => ({ value, label: words[value] }))}
      />
      {openToOthers.includes(role) && (
        <RadioField
          control={control}
          name="who"
          label="Who"
          look="inline"
          options={[
            { value: 'worker', label: 'A worker' },
            { value: 'external', label: 'Somebody else' },
          ]}
        />
      )}
      {external ? (
        <>
          <TextField control={control} name="name" label="Name" />
          <TextField control={control} name="organisation" label="Organisation" optional />
          <TextField control={control} name="phone" label="Phone" width={20} optional />
        </>
      ) : (
        <WorkerField control={control} name="workerId" label="Worker" key={role} {...(may && { roles: may })} />
      )}
    </Form>
  );
}
