import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonName } from '../../../shared/domain/name.ts';
import { isVisible, note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Details } from '../../components/details.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { formatCount } from '../../components/format.ts';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { UnfinishedList } from './unfinished-list.tsx';
import { WhoseCase } from './whose-case.tsx';
import { coordinating, WorkerField } from './worker-field.tsx';

const ways = ['ask', 'cover', 'impose'] as const;
const transferForm = z
  .object({ way: z.enum(ways), toWorkerId: z.string(), reason: note(500), returnOn: z.string() })
  .refine(({ reason }) => isVisible(reason), { path: ['reason'], message: 'Say why the case changes hands' })
  .refine(({ way, toWorkerId }) => way === 'cover' || toWorkerId !== '', {
    path: ['toWorkerId'],
    message: 'Choose who takes over',
  });

interface TransferDialogProps {
  readonly open: boolean;
  readonly caseIds: readonly string[];
  /** Whose case it is, where it is one and no banner says it. */
  readonly whose?: PersonName;
  /** Who coordinates now, where it is one worker: not offered. */
  readonly from?: string | undefined;
  /** Whom to suggest: the former coordinator when cover ends. */
  readonly to?: string | undefined;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Hands one case or many over to another coordinator: asks a worker or whoever covers, or, as a lead, imposes it. */
export function TransferDialog({ open, ...props }: TransferDialogProps) {
  const title = props.caseIds.length === 1 ? 'Hand over the case' : `Hand over ${props.caseIds.length} cases`;
  return (
    <Dialog open={open} title={title} onClose={props.onClose}>
      <TransferForm {...props} />
    </Dialog>
  );
}

function TransferForm({ caseIds, whose, from, to, onClose, onDone }: Omit<TransferDialogProps, 'open'>) {
  const lead = useMay('cases.impose');
  const form = useForm({
    resolver: zodResolver(transferForm),
    defaultValues: { way: 'ask' as (typeof ways)[number], toWorkerId: to ?? '', reason: '', returnOn: '' },
  });
  const { control } = form;
  const way = useWatch({ control, name: 'way' });
  const withdraw = useTell('cases.withdrawTransfer');
  const propose = useTell('cases.proposeTransfer');
  const impose = useTell('cases.imposeTransfer');
  const finish = () => {
    onDone?.();
    onClose();
  };
  return (
    <Form
      form={form}
      submit={way === 'impose' ? 'Hand over now' : 'Propose the handover'}
      submitLook={way === 'impose' ? 'danger' : 'primary'}
      onSubmit={async ({ way: chosen, toWorkerId, reason, returnOn }) => {
        const shared = { caseIds: [...caseIds], reason, returnOn: returnOn === '' ? null : returnOn };
        if (chosen === 'impose') {
          const answer = await impose.tell({ ...shared, toWorkerId });
          if (!answer.ok) return answer.error;
          toast({ message: `${formatCount(answer.value.cases.length, 'case')} handed over` });
        } else {
          const answer = await propose.tell({ ...shared, toWorkerId: chosen === 'cover' ? null : toWorkerId });
          if (!answer.ok) return answer.error;
          const transferIds = answer.value.transfers.map(({ transferId }) => transferId);
          toast({
            message: `Handover of ${formatCount(transferIds.length, 'case')} proposed`,
            undo: () => void withdraw.tell({ transferIds }),
          });
        }
        finish();
        return undefined;
      }}
    >
      <WhoseCase name={whose} />
      <RadioField
        control={control}
        name="way"
        label="How"
        options={[
          { value: 'ask', label: 'Ask a worker', hint: 'They accept or decline.' },
          { value: 'cover', label: 'Ask whoever covers', hint: 'The first of the team who accepts takes over.' },
          ...(lead
            ? [{ value: 'impose', label: 'Hand over now, without asking', hint: 'As team lead, with a reason.' }]
            : []),
        ]}
      />
      {way !== 'cover' && (
        <WorkerField
          control={control}
          name="toWorkerId"
          label="Who takes over"
          roles={coordinating}
          {...(from !== undefined && { without: [from] })}
        />
      )}
      <TextAreaField control={control} name="reason" label="Why" rows={3} />
      <DateField
        control={control}
        name="returnOn"
        label="Back on"
        hint="For leave cover: from this day Today reminds to hand the case back."
        optional
      />
      <GoesAlong caseIds={caseIds} />
    </Form>
  );
}

/** What is planned on the cases and goes along with them. */
function GoesAlong({ caseIds }: { readonly caseIds: readonly string[] }) {
  const { data } = useAsk('cases.unfinished', { caseIds: caseIds.slice(0, 200) });
  const planned = data?.rows.flatMap((row) => row.planned) ?? [];
  const tasks = data?.rows.flatMap((row) => row.tasks) ?? [];
  const what = [
    planned.length > 0 ? formatCount(planned.length, 'planned contact') : '',
    tasks.length > 0 ? formatCount(tasks.length, 'open task') : '',
  ].filter((part) => part !== '');
  if (what.length === 0) return null;
  return (
    <Details summary={`Unfinished: ${what.join(', ')}`}>
      <UnfinishedList planned={planned} transfers={[]} tasks={tasks} />
      <p>
        What the present coordinator has planned for later, and their own tasks, become the new coordinator’s. Tasks of
        others stay where they are.
      </p>
    </Details>
  );
}
