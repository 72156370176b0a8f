import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { ActionView, PlanPageView } from '../../../shared/contract/plan-view.ts';
import { goalIsOpen } from '../../../shared/domain/goal-lifecycle.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { optionalLine, requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from './drafted-form.tsx';
import { useWithdraw } from './use-withdraw.ts';

const kinds = ['worker', 'person', 'carer', 'organisation'] as const;
const actionForm = z
  .object({
    words: requiredNote(1000),
    kind: z.enum(kinds),
    workerId: z.string(),
    name: optionalLine(120),
    dueOn: z.string(),
    goalId: z.string(),
    needId: z.string(),
  })
  .refine(({ kind, workerId }) => kind !== 'worker' || workerId !== '', {
    path: ['workerId'],
    message: 'Choose the worker',
  })
  .refine(({ kind, name }) => kind !== 'organisation' || name !== '', {
    path: ['name'],
    message: 'Name the organisation',
  });
type Values = z.output<typeof actionForm>;

const options = [
  { value: 'worker', label: 'A worker of the team' },
  { value: 'person', label: 'The person' },
  { value: 'carer', label: 'A carer' },
  { value: 'organisation', label: 'An organisation' },
];

interface ActionFormProps {
  readonly personId: string;
  readonly page: PlanPageView;
  readonly action: ActionView | null;
  readonly onClose: () => void;
}

/** An action: what, who, by when, and for which goal or need. */
export function ActionForm({ personId, page, action, onClose }: ActionFormProps) {
  const withdraw = useWithdraw();
  const add = useTell('plans.addAction');
  const edit = useTell('plans.editAction');
  const goals = page.goals.filter(({ id, status }) => goalIsOpen(status) || id === action?.goalId);
  const needs = page.needs.filter(({ id, ended }) => ended === null || id === action?.needId);
  const kept = action?.owner;
  return (
    <DraftedForm
      schema={actionForm}
      start={{
        words: action?.words ?? '',
        kind: kept?.kind ?? ('worker' as const),
        workerId: kept?.id ?? page.workers[0]?.id ?? '',
        name: kept && kept.kind !== 'worker' ? (kept.name ?? '') : '',
        dueOn: action?.dueOn ?? '',
        goalId: action?.goalId ?? '',
        needId: action?.needId ?? '',
      }}
      draft={{ kind: 'plan-action', key: action?.id ?? personId }}
      submit={action === null ? 'Add the action' : 'Save'}
      onSubmit={async (values) => {
        const { words, dueOn, goalId, needId } = values;
        const patch = {
          words,
          owner: ownerOf(values),
          dueOn: dueOn || null,
          goalId: goalId || null,
          needId: needId || null,
        };
        if (action !== null) {
          const answer = await edit.tell({ actionId: action.id, heads: action.heads, patch });
          if (!answer.ok) return answer.error;
          toast({ message: 'Action changed' });
        } else {
          const answer = await add.tell({ personId, ...patch });
          if (!answer.ok) return answer.error;
          const { actionId, taskId } = answer.value;
          toast({
            message: taskId === null ? 'Action added' : 'Action added; it is a task now',
            undo: () => withdraw('action', actionId),
          });
        }
        onClose();
        return undefined;
      }}
    >
      {(form) => (
        <>
          <TextAreaField control={form.control} name="words" label="What is to be done" rows={2} />
          <RadioField control={form.control} name="kind" label="Who does it" options={options} look="chips" />
          <OwnerFields form={form} page={page} />
          <DateField control={form.control} name="dueOn" label="By" optional />
          {goals.length > 0 && (
            <SelectField
              control={form.control}
              name="goalId"
              label="For the goal"
              blank="None"
              optional
              options={goals.map(({ id, words }) => ({ value: id, label: words.slice(0, 80) }))}
            />
          )}
          {needs.length > 0 && (
            <SelectField
              control={form.control}
              name="needId"
              label="For the need"
              blank="None"
              optional
              options={needs.map(({ id, domain, words }) => ({
                value: id,
                label: `${wordOf('life-domain', domain)}: ${words.slice(0, 60)}`,
              }))}
            />
          )}
        </>
      )}
    </DraftedForm>
  );
}

type ActionUse = Parameters<Parameters<typeof DraftedForm<z.input<typeof actionForm>, Values>>[0]['children']>[0];

function OwnerFields({ form, page }: { readonly form: ActionUse; readonly page: PlanPageView }) {
  const kind = useWatch({ control: form.control, name: 'kind' });
  if (kind === 'person') return null;
  if (kind === 'worker')
    return (
      <SelectField
        control={form.control}
        name="workerId"
        label="Worker"
        hint="It becomes a task of theirs."
        options={page.workers.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }))}
      />
    );
  return kind === 'carer' ? (
    <TextField control={form.control} name="name" label="Name of the carer" optional />
  ) : (
    <TextField control={form.control} name="name" label="Name of the organisation" />
  );
}

function ownerOf({ kind, workerId, name }: Values): InputOf<'plans.addAction'>['owner'] {
  if (kind === 'worker') return { kind, id: workerId };
  return kind === 'person' ? { kind } : { kind, name };
}
