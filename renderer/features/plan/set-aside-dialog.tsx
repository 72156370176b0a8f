import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PlanPageView } from '../../../shared/contract/plan-view.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';

const asideForm = z.object({ reason: requiredNote(500), reviewDueOn: z.string() });

interface SetAsideProps {
  readonly open: boolean;
  readonly working: NonNullable<PlanPageView['working']>;
  readonly current: PlanPageView['current'];
  readonly onClose: () => void;
}

/** Sets a draft aside: a review that changed nothing, or a version that is not wanted. */
export function SetAsideDialog({ open, ...rest }: SetAsideProps) {
  return (
    <Dialog open={open} title="Set the draft aside" onClose={rest.onClose}>
      <SetAsideForm {...rest} />
    </Dialog>
  );
}

function SetAsideForm({ working, current, onClose }: Omit<SetAsideProps, 'open'>) {
  const form = useForm({ resolver: zodResolver(asideForm), defaultValues: { reason: '', reviewDueOn: '' } });
  const { tell } = useTell('plans.setAside', {
    onDone: () => {
      toast({ message: 'The draft is set aside' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Set aside"
      submitLook="danger"
      onSubmit={async ({ reason, reviewDueOn }) => {
        const answer = await tell({ planId: working.id, reason, reviewDueOn: reviewDueOn || null });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <p>
        Needs, goals, actions and decisions stay as they are.{' '}
        {current !== null && `Version ${current.version} holds again.`}
      </p>
      <TextAreaField
        control={form.control}
        name="reason"
        label="Why"
        hint="For example: looked at together, nothing has changed."
        rows={3}
      />
      {current !== null && (
        <DateField
          control={form.control}
          name="reviewDueOn"
          label="Next review by"
          hint="Leave empty to keep the date."
          optional
        />
      )}
    </Form>
  );
}
