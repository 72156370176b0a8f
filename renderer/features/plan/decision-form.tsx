import { z } from 'zod';
import type { DecisionView } from '../../../shared/contract/plan-view.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { decisionOptions } from '../../../shared/domain/decision-rules.ts';
import { note, optionalLine } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { useWithdraw } from './use-withdraw.ts';

const decisionForm = z.object({
  value: z.string().min(1, 'Choose what is known'),
  keptWhere: optionalLine(300),
  decidedOn: z.string(),
  reviewOn: z.string(),
  note: note(2000),
});

interface DecisionFormProps {
  readonly personId: string;
  readonly kind: CodeOf<'care-decision'>;
  readonly last: DecisionView | null;
  readonly onClose: () => void;
}

/** Records what is known of a preference or decision; what was recorded before becomes its history. */
export function DecisionForm({ personId, kind, last, onClose }: DecisionFormProps) {
  const withdraw = useWithdraw();
  const { tell } = useTell('plans.recordDecision');
  return (
    <DraftedForm
      schema={decisionForm}
      start={{
        value: last?.value ?? '',
        keptWhere: last?.keptWhere ?? '',
        decidedOn: last?.decidedOn ?? '',
        reviewOn: last?.reviewOn ?? '',
        note: '',
      }}
      draft={{ kind: `plan-decision-${kind}`, key: personId }}
      submit="Record"
      onSubmit={async ({ decidedOn, reviewOn, ...values }) => {
        const answer = await tell({
          personId,
          kind,
          ...values,
          decidedOn: decidedOn || null,
          reviewOn: reviewOn || null,
        });
        if (!answer.ok) return answer.error;
        const { decisionId } = answer.value;
        toast({ message: 'Recorded', undo: () => withdraw('decision', decisionId) });
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <RadioField control={control} name="value" label="What is known" options={decisionOptions(kind)} />
          <TextField control={control} name="keptWhere" label="Where the paper is kept" optional spellCheck />
          <DateField control={control} name="decidedOn" label="Date of the decision" optional />
          <DateField control={control} name="reviewOn" label="Look at it again on" optional />
          <TextAreaField control={control} name="note" label="Note" rows={2} optional />
        </>
      )}
    </DraftedForm>
  );
}
