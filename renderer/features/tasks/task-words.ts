import type { TaskView } from '../../../shared/contract/task-view.ts';
import { priorityWords, type TaskPriority } from '../../../shared/domain/task-rules.ts';
import type { Tone } from '../../components/tone.ts';

/** How pressing a task is, in words; one of a newer version is shown as itself. */
export function priorityOf(priority: string): string {
  return Object.hasOwn(priorityWords, priority) ? priorityWords[priority as TaskPriority] : priority;
}

export const priorityTone: Readonly<Record<string, Tone>> = { urgent: 'red', soon: 'orange', routine: 'grey' };

/** Whose task it is, in words. */
export const ownerOf = ({ owner, neighbourhood }: TaskView): string => owner?.name ?? `Team of ${neighbourhood.name}`;

/** The part of a person's record in which what made a task stands, by its origin. */
export const originTabs: Readonly<Record<string, string>> = {
  'plan-action': 'plan',
  'telehealth-alert': 'stays',
  stay: 'stays',
  pathway: 'pathways',
  safety: 'assessments',
  prompt: 'overview',
};
