import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import { line } from '../../../shared/domain/plain-text.ts';
import { priorityWords, taskPriorities } from '../../../shared/domain/task-rules.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { WorkerField } from '../cases/worker-field.tsx';

const taskForm = z
  .object({
    words: line(300),
    dueOn: z.string(),
    priority: z.enum(taskPriorities),
    who: z.enum(['worker', 'team']),
    ownerId: z.string(),
    neighbourhoodId: z.string(),
  })
  .refine(({ who, ownerId }) => who === 'team' || ownerId !== '', { path: ['ownerId'], message: 'Choose a worker' });
export type TaskValues = z.output<typeof taskForm>;

interface TaskFormProps {
  readonly start: TaskValues;
  readonly submit: string;
  /** Of a task about nobody: the teams to which it can belong. */
  readonly teams?: readonly { readonly id: string; readonly name: string }[];
  readonly onSave: (values: TaskValues) => Promise<Failure | undefined>;
  readonly children?: ReactNode;
}

/** What is to be done, by when, how pressing, and by whom. */
export function TaskForm({ start, submit, teams = [], onSave, children }: TaskFormProps) {
  const form = useForm({ resolver: zodResolver(taskForm), defaultValues: start });
  const { control } = form;
  const who = form.watch('who');
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={top}>
      <Form form={form} submit={submit} onSubmit={onSave}>
        <TextField control={control} name="words" label="What is to be done" />
        <DateField control={control} name="dueOn" label="Due on" optional />
        <RadioField
          control={control}
          name="priority"
          label="Priority"
          look="inline"
          options={taskPriorities.map((value) => ({ value, label: priorityWords[value] }))}
        />
        <RadioField
          control={control}
          name="who"
          label="Whose task"
          look="inline"
          options={[
            { value: 'worker', label: 'One worker’s' },
            { value: 'team', label: 'The team’s: whoever takes it' },
          ]}
        />
        {who === 'worker' && <WorkerField control={control} name="ownerId" label="Worker" />}
        {teams.length > 1 && (
          <SelectField
            control={control}
            name="neighbourhoodId"
            label="Team"
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {children}
      </Form>
    </div>
  );
}
