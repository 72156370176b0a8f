import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Prepared } from './contact-defaults.ts';
import type { ContactValues } from './contact-values.ts';
import { ratingWords } from './words.ts';

const ratings = ['-2', '-1', '0', '1', '2'].map((value) => ({
  value,
  label: `${Number(value) > 0 ? '+' : ''}${value.replace('-', '−')} ${ratingWords[value]?.toLowerCase() ?? ''}`,
}));

/** Goals of last time to be rated again, and new ones. A goal that is not rated today is not part of the entry. */
export function GoalFields({
  form,
  last,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly last: Prepared['lastBehaviour'];
}) {
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  return (
    <div className="ot-goals">
      {fields.map(({ id, goal }, index) => {
        const before = last?.goals.find((each) => each.goal === goal);
        return (
          <div className="ot-goals__goal" key={id}>
            <TextField control={control} name={`goals.${index}.goal`} label={`Goal ${index + 1}`} spellCheck />
            <RadioField
              control={control}
              name={`goals.${index}.rating`}
              label="Rating now"
              options={ratings}
              look="chips"
              {...(last &&
                before && {
                  hint: `${ratingWords[String(before.rating)]} on ${formatDate(localDateOf(last.at))}`,
                })}
            />
            <Button look="quiet" size="small" icon="cross" onClick={() => remove(index)}>
              Leave out goal {index + 1}
            </Button>
          </div>
        );
      })}
      <Button size="small" icon="plus" onClick={() => append({ goal: '', rating: '' })}>
        Add a goal
      </Button>
    </div>
  );
}
