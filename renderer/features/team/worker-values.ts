import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { endpoints } from '../../../shared/contract/index.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { isVisible } from '../../../shared/domain/plain-text.ts';
import type { Worker } from './team-view.ts';

const { name, phone, email } = endpoints['staff.add'].input.shape;

/** What the form holds while it is filled in, and what comes of it. */
export const workerForm = z.object({
  name: z.string().refine(isVisible, { error: 'Enter their name', abort: true }).pipe(name),
  phone,
  email,
  organisationId: z.string().min(1, 'Choose the organisation that employs them'),
  job: z.string().refine((code) => isCode('worker-role', code), 'Choose their job'),
  wte: z
    .number('Enter a number, such as 0.8')
    .min(0, 'Working time cannot be less than 0')
    .max(1.5, 'Working time is at most 1.5')
    .nullable()
    .refine((value) => value !== null, 'Enter a number, such as 0.8'),
  governanceTrainedOn: isoDateSchema.or(z.literal('')),
  supervised: z.boolean(),
  roles: z.array(z.string()).min(1, 'Choose at least one role'),
  neighbourhoodIds: z.array(z.string()),
  practiceIds: z.array(z.string()),
});
export type WorkerValues = z.input<typeof workerForm>;
export type WorkerInput = z.output<typeof workerForm>;

export const newWorker: WorkerValues = {
  name: '',
  organisationId: '',
  job: '',
  phone: '',
  email: '',
  wte: 1,
  governanceTrainedOn: '',
  supervised: false,
  roles: [],
  neighbourhoodIds: [],
  practiceIds: [],
};

/** A worker as their form begins. */
export function valuesOf(worker: Worker): WorkerValues {
  const { name: called, organisationId, job, phone: number, email: address, wte, governanceTrainedOn } = worker;
  return {
    name: called,
    organisationId,
    job,
    phone: number,
    email: address,
    wte,
    governanceTrainedOn: governanceTrainedOn ?? '',
    supervised: worker.supervised,
    roles: worker.roles,
    neighbourhoodIds: worker.neighbourhoodIds,
    practiceIds: worker.practiceIds,
  };
}

/** What the engine takes; the form's schema made sure that the choices are real ones. */
export function inputOf(values: WorkerInput): InputOf<'staff.add'> {
  return endpoints['staff.add'].input.parse({
    ...values,
    governanceTrainedOn: values.governanceTrainedOn === '' ? null : values.governanceTrainedOn,
  });
}
