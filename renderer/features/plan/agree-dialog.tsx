import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PlanPageView } from '../../../shared/contract/plan-view.ts';
import { addDays, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeOptions, codeSchema } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { checkAgreement } from '../../../shared/domain/plan-rules.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Callout } from '../../components/callout.tsx';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { fieldProblems } from '../../components/field-problems.ts';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';

type Working = NonNullable<PlanPageView['working']>;

const agreeForm = z.object({
  on: isoDateSchema,
  with: z.array(codeSchema('care-plan-agreement')).min(1, 'Say with whom the plan was agreed'),
  note: note(2000),
  reviewDueOn: isoDateSchema,
});

interface AgreeDialogProps {
  readonly open: boolean;
  readonly page: PlanPageView;
  readonly working: Working;
  readonly onClose: () => void;
}

/** Agrees the version that is being written: with whom, when, and when to look at it again. */
export function AgreeDialog({ open, page, working, onClose }: AgreeDialogProps) {
  return (
    <Dialog open={open} title={`Agree version ${working.version} of the care plan`} onClose={onClose}>
      <AgreeForm page={page} working={working} onClose={onClose} />
    </Dialog>
  );
}

function AgreeForm({ page, working, onClose }: Omit<AgreeDialogProps, 'open'>) {
  const today = useToday();
  const form = useForm({
    resolver: zodResolver(agreeForm),
    defaultValues: { on: today, with: [], note: '', reviewDueOn: working.reviewDueOn ?? addDays(today, 182) },
  });
  const { tell } = useTell('plans.agree', {
    onDone: () => {
      toast({ message: `Version ${working.version} is agreed` });
      onClose();
    },
  });
  const missing = checkAgreement(
    page.content,
    { agreement: { on: today, with: ['10'] }, reviewDueOn: addDays(today, 1) },
    { today, before: null },
  );
  if (page.conflicts.length > 0)
    return (
      <Callout tone="warning" title="Two people changed the same part of this plan">
        <p>Close this, choose what counts, then agree the plan.</p>
      </Callout>
    );
  if (missing.length > 0)
    return (
      <Callout tone="warning" title="Something is missing before this can be agreed">
        <ul className="ot-bullets">
          {missing.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      </Callout>
    );
  return (
    <Form
      form={form}
      submit="Agree the plan"
      onSubmit={async ({ reviewDueOn, ...agreement }) => {
        const answer = await tell({ planId: working.id, heads: working.heads, agreement, reviewDueOn });
        if (answer.ok) return undefined;
        const problems = fieldProblems(answer.error);
        const details = problems.map(({ path, message }) => ({ path: path.replace(/^agreement\./, ''), message }));
        return problems.length > 0 ? { ...answer.error, details } : answer.error;
      }}
    >
      <p>The whole plan is kept as it is now. {page.current !== null && 'The version before is superseded.'}</p>
      <DateField control={form.control} name="on" label="Agreed on" />
      <CheckboxesField
        control={form.control}
        name="with"
        label="Agreed with"
        options={codeOptions('care-plan-agreement')}
      />
      <TextAreaField control={form.control} name="note" label="Note" rows={2} optional />
      <DateField control={form.control} name="reviewDueOn" label="Look at it again by" hint="Within a year." />
    </Form>
  );
}
