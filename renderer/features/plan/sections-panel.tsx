import type { Control } from 'react-hook-form';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import type { PlanPageView } from '../../../shared/contract/plan-view.ts';
import { line, note, optionalLine } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { linesOf } from './lines.ts';
import type { PlanPanelProps } from './plan-tab.tsx';

const sectionsForm = z.object({
  whatMatters: note(10_000),
  strengths: note(10_000),
  communication: note(10_000),
  signs: note(9_000),
  steps: z.array(z.object({ when: line(300), do: line(500) })).max(30),
  calls: z.array(z.object({ name: line(120), phone: optionalLine(60) })).max(20),
});
type Values = z.input<typeof sectionsForm>;
type Working = NonNullable<PlanPageView['working']>;

/** The sections of the version that is being written. */
export function SectionsPanel({ page, mayWrite }: PlanPanelProps) {
  const { working } = page;
  if (working === null || !mayWrite) return null;
  return (
    <Panel title={`Version ${working.version}: in the person’s own words`}>
      <SectionsForm key={working.id} working={working} />
    </Panel>
  );
}

function SectionsForm({ working }: { readonly working: Working }) {
  const { contingency } = working;
  const { tell } = useTell('plans.write', { onDone: () => toast({ message: 'Written into the plan' }) });
  const start: Values = {
    whatMatters: working.whatMatters,
    strengths: working.strengths,
    communication: working.communication,
    signs: contingency.signs.join('\n'),
    steps: contingency.steps,
    calls: contingency.calls,
  };
  return (
    <DraftedForm
      schema={sectionsForm}
      start={start}
      draft={{ kind: 'plan', key: working.id }}
      submit="Save the sections"
      onSubmit={async ({ signs, steps, calls, ...texts }) => {
        const next = { ...texts, contingency: { signs: linesOf(signs), steps, calls } };
        const answer = await tell({ planId: working.id, heads: working.heads, patch: changedOf(next, working) });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="whatMatters" label="What matters to me" rows={4} optional />
          <TextAreaField control={control} name="strengths" label="My strengths" rows={3} optional />
          <TextAreaField
            control={control}
            name="communication"
            label="How to communicate with me"
            hint="How to reach me, how to talk with me, what to avoid."
            rows={3}
            optional
          />
          <fieldset className="ot-plan-part">
            <legend>If things get worse</legend>
            <TextAreaField
              control={control}
              name="signs"
              label="Early warning signs"
              hint="One on each line."
              rows={3}
              optional
            />
            <Steps control={control} />
            <Calls control={control} />
          </fieldset>
        </>
      )}
    </DraftedForm>
  );
}

/** Only what was changed is sent, so that others may change the rest at the same time. */
function changedOf(
  next: Pick<Working, 'whatMatters' | 'strengths' | 'communication' | 'contingency'>,
  working: Working,
) {
  const changed = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(working[field as keyof typeof next]),
  );
  return Object.fromEntries(changed) as Partial<typeof next>;
}

type SectionsControl = Control<Values, unknown, z.output<typeof sectionsForm>>;

function Steps({ control }: { readonly control: SectionsControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'steps' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <div className="ot-plan-pair" key={id}>
          <TextField control={control} name={`steps.${index}.when`} label="If …" spellCheck />
          <TextField control={control} name={`steps.${index}.do`} label="then …" spellCheck />
          <Button look="quiet" size="small" icon="cross" onClick={() => remove(index)}>
            Leave out<span className="nhsuk-u-visually-hidden"> step {index + 1}</span>
          </Button>
        </div>
      ))}
      <Button size="small" icon="plus" onClick={() => append({ when: '', do: '' })}>
        Add “if … then …”
      </Button>
    </>
  );
}

function Calls({ control }: { readonly control: SectionsControl }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'calls' });
  return (
    <div className="ot-plan-calls">
      {fields.map(({ id }, index) => (
        <div className="ot-plan-pair" key={id}>
          <TextField control={control} name={`calls.${index}.name`} label="Who to call" spellCheck />
          <TextField control={control} name={`calls.${index}.phone`} label="Telephone" type="tel" optional />
          <Button look="quiet" size="small" icon="cross" onClick={() => remove(index)}>
            Leave out<span className="nhsuk-u-visually-hidden"> person to call {index + 1}</span>
          </Button>
        </div>
      ))}
      <Button size="small" icon="plus" onClick={() => append({ name: '', phone: '' })}>
        Add who to call
      </Button>
    </div>
  );
}
