import { z } from 'zod';
import type { SelfManagementView } from '../../../shared/contract/plan-view.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { linesOf } from './lines.ts';
import { useWithdraw } from './use-withdraw.ts';

const zone = z.object({ signs: note(1000), do: note(1000) });
const planForm = z.object({
  condition: z.string().refine((code) => isCode('condition', code), 'Choose the condition'),
  everyday: note(9000),
  green: zone,
  amber: zone,
  red: zone,
  agreedOn: z.string(),
  reviewDueOn: z.string(),
});

const zones = [
  { id: 'green', label: 'Green: I am well' },
  { id: 'amber', label: 'Amber: I need to take care' },
  { id: 'red', label: 'Red: I need help now' },
] as const;
const empty = { signs: '', do: '' };

interface SelfManagementFormProps {
  readonly personId: string;
  readonly plan: SelfManagementView | null;
  /** Where the plan is for a known condition; else ''. */
  readonly condition: string;
  readonly onClose: () => void;
}

/** A self-management plan in everyday steps and three colours. */
export function SelfManagementForm({ personId, plan, condition, onClose }: SelfManagementFormProps) {
  const today = useToday();
  const withdraw = useWithdraw();
  const add = useTell('plans.addSelfManagement');
  const edit = useTell('plans.editSelfManagement');
  return (
    <DraftedForm
      schema={planForm}
      start={{
        condition,
        everyday: plan?.content.everyday.join('\n') ?? '',
        green: plan?.content.green ?? empty,
        amber: plan?.content.amber ?? empty,
        red: plan?.content.red ?? empty,
        agreedOn: plan?.agreedOn ?? today,
        reviewDueOn: plan?.reviewDueOn ?? addDays(today, 182),
      }}
      draft={{ kind: 'plan-self-management', key: plan?.id ?? personId }}
      submit={plan === null ? 'Add the plan' : 'Save'}
      onSubmit={async ({ condition: code, everyday, green, amber, red, agreedOn, reviewDueOn }) => {
        if (!isCode('condition', code)) return undefined;
        const patch = {
          content: { everyday: linesOf(everyday), green, amber, red },
          agreedOn: agreedOn || null,
          reviewDueOn: reviewDueOn || null,
        };
        if (plan !== null) {
          const answer = await edit.tell({ selfManagementId: plan.id, heads: plan.heads, patch });
          if (!answer.ok) return answer.error;
          toast({ message: 'Self-management plan changed' });
        } else {
          const answer = await add.tell({ personId, condition: code, ...patch });
          if (!answer.ok) return answer.error;
          const { selfManagementId } = answer.value;
          toast({ message: 'Self-management plan added', undo: () => withdraw('selfManagement', selfManagementId) });
        }
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="condition"
            label="Condition"
            options={codeOptions('condition')}
            blank="Choose a condition"
            disabled={plan !== null}
          />
          <TextAreaField
            control={control}
            name="everyday"
            label="Every day"
            hint="What helps, one thing on each line."
            rows={3}
            optional
          />
          {zones.map(({ id, label }) => (
            <fieldset className={`ot-plan-part ot-plan-part--${id}`} key={id}>
              <legend>{label}</legend>
              <div className="ot-plan-pair">
                <TextAreaField control={control} name={`${id}.signs`} label="Signs" rows={2} optional />
                <TextAreaField control={control} name={`${id}.do`} label="What to do" rows={2} optional />
              </div>
            </fieldset>
          ))}
          <div className="ot-plan-pair">
            <DateField control={control} name="agreedOn" label="Agreed on" optional />
            <DateField control={control} name="reviewDueOn" label="Look at it again by" optional />
          </div>
        </>
      )}
    </DraftedForm>
  );
}
