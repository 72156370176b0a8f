import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { snoozeProblem } from '../../../shared/domain/task-rules.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';

interface SnoozeFormProps {
  readonly onSave: (values: { until: string; reason: string }) => Promise<Failure | undefined>;
  /** What is put off. */
  readonly children: ReactNode;
}

/** Until when something is put off, and why. */
export function SnoozeForm({ onSave, children }: SnoozeFormProps) {
  const today = useToday();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        until: z
          .string()
          .min(1, 'Enter the day on which it comes back')
          .superRefine((until, context) => {
            const message = until === '' ? null : snoozeProblem(until, today);
            if (message !== null) context.addIssue({ code: 'custom', message });
          }),
        reason: requiredNote(500),
      }),
    ),
    defaultValues: { until: addDays(today, 7), reason: '' },
  });
  return (
    <Form form={form} submit="Put off" onSubmit={onSave}>
      {children}
      <DateField control={form.control} name="until" label="Until" hint="It comes back by itself on this day." />
      <TextAreaField control={form.control} name="reason" label="Why" rows={2} />
    </Form>
  );
}
