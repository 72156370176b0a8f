import { useMemo } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import { useAsk } from '../../client/queries.ts';
import { ComboField } from '../../components/combo-field.tsx';
import type { FieldProps } from '../../components/field.ts';
import { formatCount } from '../../components/format.ts';
import type { Option } from '../../components/option.ts';
import { wordsFor } from '../contacts/words.ts';

interface WorkerFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  /** Only workers with one of these application roles. */
  readonly roles?: readonly Role[];
  /** Not offered: who has the role already. */
  readonly without?: readonly string[];
}

/** What helps to choose: the job, the organisation, how many cases they have, and whether they are away. */
function hintOf({ job, organisation, cases, awayUntil }: TeamMember): string {
  const away = awayUntil === null ? '' : `away until ${formatDate(awayUntil)}`;
  return [wordsFor('worker-role', job), organisation, formatCount(cases, 'case'), away].filter(Boolean).join(' · ');
}

/** One of the workers, found by typing; the value is their id, or ''. */
export function WorkerField<V extends FieldValues, O = V>({ roles, without, ...field }: WorkerFieldProps<V, O>) {
  const { data } = useAsk('team.workers', {});
  const options = useMemo<readonly Option[]>(
    () =>
      (data?.workers ?? [])
        .filter((worker) => roles === undefined || worker.roles.some((role) => roles.includes(role)))
        .filter(({ id }) => without?.includes(id) !== true)
        .map((worker) => ({ value: worker.id, label: worker.name, hint: hintOf(worker) })),
    [data, roles, without],
  );
  return <ComboField {...field} options={options} />;
}

/** The roles whose holders may coordinate a case. */
export const coordinating: readonly Role[] = ['coordinator', 'lead'];
