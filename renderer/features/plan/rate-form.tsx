import { z } from 'zod';
import type { GoalView } from '../../../shared/contract/plan-view.ts';
import { goalRatings, ratingMeaning, ratingNumber } from '../../../shared/domain/goal-rating.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { useWithdraw } from './use-withdraw.ts';

const rateForm = z.object({ rating: z.string().min(1, 'Choose how far the goal is reached'), note: note(2000) });

/** Rates how far a goal is reached, by the words of its own levels. */
export function RateForm({ goal, onClose }: { readonly goal: GoalView; readonly onClose: () => void }) {
  const withdraw = useWithdraw();
  const { tell } = useTell('plans.rateGoal');
  return (
    <DraftedForm
      schema={rateForm}
      start={{ rating: '', note: '' }}
      draft={{ kind: 'plan-rating', key: goal.id }}
      submit="Save the rating"
      onSubmit={async ({ rating, note: words }) => {
        const answer = await tell({ goalId: goal.id, rating: Number(rating), note: words });
        if (!answer.ok) return answer.error;
        const { ratingId } = answer.value;
        toast({ message: 'Goal rated', undo: () => withdraw('rating', ratingId) });
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <p className="ot-plan-item__title">{goal.words}</p>
          <RadioField
            control={control}
            name="rating"
            label="How far is it reached today?"
            options={goalRatings.map((rating) => ({
              value: String(rating),
              label: `${ratingNumber(rating)} ${ratingMeaning(goal.scale, rating)}`,
            }))}
          />
          <TextAreaField control={control} name="note" label="Note" rows={2} optional />
        </>
      )}
    </DraftedForm>
  );
}
