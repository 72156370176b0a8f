import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { type GoalScale, goalRatings, ratingMeaning, ratingNumber } from '../../../shared/domain/goal-rating.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Prepared } from './contact-defaults.ts';
import type { ContactValues } from './contact-values.ts';

const ratingsOf = (scale: GoalScale | null) =>
  goalRatings.map((rating) => ({
    value: String(rating),
    label: `${ratingNumber(rating)} ${scale === null ? ratingMeaning(null, rating).toLowerCase() : ratingMeaning(scale, rating)}`,
  }));

/** Goals of the plan, or of last time, to be rated again, and new ones. A goal that is not rated today is not part of the entry. */
export function GoalFields({
  form,
  last,
  planGoals,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly last: Prepared['lastBehaviour'];
  readonly planGoals: Prepared['goals'];
}) {
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  return (
    <div className="ot-goals">
      {fields.map(({ id, goalId, goal }, index) => {
        const planned = planGoals.find((each) => each.id === goalId);
        const hint = planned ? plannedHint(planned) : lastHint(last, goal);
        return (
          <div className="ot-goals__goal" key={id}>
            {goalId === '' ? (
              <TextField control={control} name={`goals.${index}.goal`} label={`Goal ${index + 1}`} spellCheck />
            ) : (
              <p className="ot-goals__words">
                <span className="ot-muted">Goal of the plan:</span> {goal}
              </p>
            )}
            <RadioField
              control={control}
              name={`goals.${index}.rating`}
              label="Rating now"
              options={ratingsOf(planned?.scale ?? null)}
              look="chips"
              {...(hint !== null && { hint })}
            />
            <Button look="quiet" size="small" icon="cross" onClick={() => remove(index)}>
              Leave out goal {index + 1}
            </Button>
          </div>
        );
      })}
      <Button size="small" icon="plus" onClick={() => append({ goalId: '', goal: '', rating: '' })}>
        Add a goal
      </Button>
    </div>
  );
}

const plannedHint = ({ lastRating, scale }: Prepared['goals'][number]): string | null =>
  lastRating === null ? null : `Last: ${ratingNumber(lastRating)} ${ratingMeaning(scale, lastRating)}`;

function lastHint(last: Prepared['lastBehaviour'], goal: string): string | null {
  const before = last?.goals.find((each) => each.goal === goal);
  return last && before ? `${ratingMeaning(null, before.rating)} on ${formatDate(localDateOf(last.at))}` : null;
}
