import { z } from 'zod';
import type { GoalView, PlanPageView } from '../../../shared/contract/plan-view.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { goalBeginnings, goalStatusLabel } from '../../../shared/domain/goal-lifecycle.ts';
import { goalRatings, ratingNumber, ratingWords } from '../../../shared/domain/goal-rating.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { note, optionalLine, requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { RulerField } from '../../components/ruler-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { useWithdraw } from './use-withdraw.ts';

const level = optionalLine(300);
const goalForm = z.object({
  words: requiredNote(1000),
  domain: z.string().refine((code) => isCode('life-domain', code), 'Choose the life domain'),
  needId: z.string(),
  baseline: note(1000),
  scale: z.object({ '-2': level, '-1': level, '0': level, '1': level, '2': level }),
  importance: z.number().nullable(),
  targetOn: z.string(),
  status: z.enum(goalBeginnings),
});

interface GoalFormProps {
  readonly personId: string;
  readonly page: PlanPageView;
  readonly goal: GoalView | null;
  readonly onClose: () => void;
}

/** A goal: the person's words first, then what each level of reaching it would look like. */
export function GoalForm({ personId, page, goal, onClose }: GoalFormProps) {
  const withdraw = useWithdraw();
  const add = useTell('plans.addGoal');
  const edit = useTell('plans.editGoal');
  const needs = page.needs.filter(({ ended, id }) => ended === null || id === goal?.needId);
  const levelText = (rating: string) => goal?.scale?.[rating] ?? '';
  return (
    <DraftedForm
      schema={goalForm}
      start={{
        words: goal?.words ?? '',
        domain: goal?.domain ?? '',
        needId: goal?.needId ?? '',
        baseline: goal?.baseline?.words ?? '',
        scale: {
          '-2': levelText('-2'),
          '-1': levelText('-1'),
          '0': levelText('0'),
          '1': levelText('1'),
          '2': levelText('2'),
        },
        importance: goal?.importance ?? null,
        targetOn: goal?.targetOn ?? '',
        status: 'active' as const,
      }}
      draft={{ kind: 'plan-goal', key: goal?.id ?? personId }}
      submit={goal === null ? 'Add the goal' : 'Save'}
      onSubmit={async ({ domain, status, ...values }) => {
        if (!isCode('life-domain', domain)) return undefined;
        const patch = {
          ...values,
          domain,
          needId: values.needId || null,
          baseline: values.baseline === '' ? null : { words: values.baseline, rating: goal?.baseline?.rating ?? null },
          targetOn: values.targetOn || null,
        };
        if (goal !== null) {
          const answer = await edit.tell({ goalId: goal.id, heads: goal.heads, patch });
          if (!answer.ok) return answer.error;
          toast({ message: 'Goal changed' });
        } else {
          const answer = await add.tell({ personId, ...patch, status });
          if (!answer.ok) return answer.error;
          const { goalId } = answer.value;
          toast({ message: 'Goal added', undo: () => withdraw('goal', goalId) });
        }
        onClose();
        return undefined;
      }}
    >
      {({ control }) => (
        <>
          <TextAreaField
            control={control}
            name="words"
            label="What do you hope for?"
            hint="In the person’s own words."
            rows={2}
          />
          <div className="ot-plan-pair">
            <SelectField
              control={control}
              name="domain"
              label="Life domain"
              options={codeOptions('life-domain')}
              blank="Choose a domain"
            />
            {needs.length > 0 && (
              <SelectField
                control={control}
                name="needId"
                label="Need that it answers"
                blank="None"
                optional
                options={needs.map(({ id, domain, words }) => ({
                  value: id,
                  label: `${wordOf('life-domain', domain)}: ${words.slice(0, 60)}`,
                }))}
              />
            )}
          </div>
          <TextAreaField control={control} name="baseline" label="Where it starts from" rows={2} optional />
          <fieldset className="ot-plan-part">
            <legend>What it would look like</legend>
            {goalRatings.map((rating) => (
              <TextField
                key={rating}
                control={control}
                name={`scale.${rating}`}
                label={`${ratingNumber(rating)} ${ratingWords(rating)}`}
                optional
                spellCheck
              />
            ))}
          </fieldset>
          <RulerField
            control={control}
            name="importance"
            label="How important is it?"
            low="not at all"
            high="more than anything"
            optional
          />
          <DateField control={control} name="targetOn" label="Hoped for by" optional />
          {goal === null && (
            <RadioField
              control={control}
              name="status"
              label="Where it stands"
              look="chips"
              options={goalBeginnings.map((value) => ({ value, label: goalStatusLabel(value) }))}
            />
          )}
        </>
      )}
    </DraftedForm>
  );
}
