import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { optionalLine } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useMay, useSession } from '../../client/session.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { coordinating, WorkerField } from './worker-field.tsx';

const openForm = z
  .object({
    status: z.enum(['open', 'proposed']),
    coordinatorId: z.string(),
    source: z.string(),
    purpose: optionalLine(500),
  })
  .refine(({ status, coordinatorId }) => status === 'proposed' || coordinatorId !== '', {
    path: ['coordinatorId'],
    message: 'Choose the care coordinator',
  });

interface OpenCaseDialogProps {
  readonly open: boolean;
  /** For whom, or which closed case the new one follows. */
  readonly subject: { readonly personId: string } | { readonly followsCaseId: string };
  readonly onClose: () => void;
  readonly onOpened?: (caseId: string) => void;
}

/** Opens or proposes a case, or takes up a closed one as a new case that follows it. */
export function OpenCaseDialog({ open, ...props }: OpenCaseDialogProps) {
  const again = 'followsCaseId' in props.subject;
  return (
    <Dialog open={open} title={again ? 'Take the work up again' : 'Open a case'} onClose={props.onClose}>
      <OpenCaseForm {...props} />
    </Dialog>
  );
}

function OpenCaseForm({ subject, onClose, onOpened }: Omit<OpenCaseDialogProps, 'open'>) {
  const { workerId, roles } = useSession();
  const lead = useMay('cases.impose');
  const mine = roles.includes('coordinator') ? workerId : '';
  const form = useForm({
    resolver: zodResolver(openForm),
    defaultValues: { status: 'open' as 'open' | 'proposed', coordinatorId: mine, source: '', purpose: '' },
  });
  const { control } = form;
  const [status, coordinatorId] = useWatch({ control, name: ['status', 'coordinatorId'] });
  const asks = coordinatorId !== '' && coordinatorId !== workerId && (!lead || status === 'proposed');
  const start = useTell('cases.open');
  const again = useTell('cases.reopen');
  return (
    <Form
      form={form}
      submit={asks || status === 'proposed' ? 'Propose the case' : 'Open the case'}
      onSubmit={async ({ source, coordinatorId: coordinator, ...values }) => {
        const asked = {
          ...values,
          coordinatorId: coordinator === '' ? null : coordinator,
          source: isCode('source-of-referral', source) ? source : null,
        };
        const answer =
          'personId' in subject
            ? await start.tell({ ...asked, personId: subject.personId })
            : await again.tell({ ...asked, caseId: subject.followsCaseId });
        if (!answer.ok) return answer.error;
        toast({ message: answer.value.status === 'open' ? 'Case opened' : 'Case proposed' });
        onOpened?.(answer.value.caseId);
        onClose();
        return undefined;
      }}
    >
      <RadioField
        control={control}
        name="status"
        label="Begin with"
        look="inline"
        options={[
          { value: 'open', label: 'An open case' },
          { value: 'proposed', label: 'A proposal' },
        ]}
      />
      <WorkerField
        control={control}
        name="coordinatorId"
        label="Care coordinator"
        roles={coordinating}
        optional={status === 'proposed'}
        {...(asks && { hint: 'This worker is asked. The case stays proposed until they accept.' })}
      />
      <SelectField
        control={control}
        name="source"
        label="Where the referral came from"
        options={codeOptions('source-of-referral')}
        blank="Not recorded"
        optional
      />
      <TextField control={control} name="purpose" label="What it is for" optional />
    </Form>
  );
}
