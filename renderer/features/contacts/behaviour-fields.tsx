import { type UseFormReturn, useWatch } from 'react-hook-form';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { FieldGroup } from '../../components/field-layout.tsx';
import { RulerField } from '../../components/ruler-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import type { Prepared } from './contact-defaults.ts';
import type { ContactValues } from './contact-values.ts';
import { EntrySection } from './entry-section.tsx';
import { GoalFields } from './goal-fields.tsx';
import { shortFor, wordsFor } from './words.ts';

const techniques = codesOf('behaviour-technique').map((value) => ({
  value,
  label: wordsFor('behaviour-technique', value),
}));
const stages = codesOf('stage-of-change').map((value) => ({ value, label: wordsFor('stage-of-change', value) }));
const rulers = [
  { name: 'readiness', label: 'Readiness', low: 'not ready', high: 'ready now' },
  { name: 'importance', label: 'Importance', low: 'not important', high: 'very important' },
  { name: 'confidence', label: 'Confidence', low: 'not confident', high: 'very confident' },
] as const;

/** The behaviour-change part: rulers, stage, techniques, goals re-rated, homework. What was said last time stands beside. */
export function BehaviourFields({
  form,
  last,
  planGoals,
  startOpen,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly last: Prepared['lastBehaviour'];
  /** Active goals of the care plan. */
  readonly planGoals: Prepared['goals'];
  readonly startOpen: boolean;
}) {
  const { control } = form;
  const [stage, used, ...marks] = useWatch({
    control,
    name: ['stage', 'techniques', 'readiness', 'importance', 'confidence'],
  });
  const summary = [
    ...rulers.flatMap(({ label }, index) => (marks[index] === null ? [] : [`${label} ${marks[index]}`])),
    stage && shortFor('stage-of-change', stage),
    used.length > 0 && `${used.length} techniques`,
  ].filter(Boolean);
  const lastOn = last && formatDate(localDateOf(last.at));
  return (
    <EntrySection
      form={form}
      title="Behaviour change"
      summary={summary.length > 0 ? summary.join(' · ') : 'none'}
      fields={['readiness', 'importance', 'confidence', 'stage', 'techniques', 'goals', 'homework']}
      startOpen={startOpen}
    >
      {rulers.map(({ name, label, low, high }) => {
        const before = last?.[name] ?? null;
        return (
          <RulerField
            key={name}
            control={control}
            name={name}
            label={`${label} (optional)`}
            low={low}
            high={high}
            {...(before !== null && { hint: `${before} on ${lastOn}` })}
          />
        );
      })}
      <SelectField
        control={control}
        name="stage"
        label="Stage of change"
        options={stages}
        blank="Not said"
        optional
        {...(last?.stage && { hint: `${wordsFor('stage-of-change', last.stage)} on ${lastOn}` })}
      />
      <CheckboxesField
        control={control}
        name="techniques"
        label="Techniques used (optional)"
        options={techniques}
        look="chips"
      />
      <FieldGroup legend="Goals, in the person’s words">
        <GoalFields form={form} last={last} planGoals={planGoals} />
      </FieldGroup>
      <TextAreaField control={control} name="homework" label="Until next time" rows={2} optional />
    </EntrySection>
  );
}
