import type { PathwayView } from '../../../shared/contract/pathways.ts';
import { formatCount } from '../../components/format.ts';

/** How far a pathway has come, in one phrase that needs no explanation. */
export function progressWords({ progress, steps }: PathwayView): string {
  const { done, notNeeded } = progress;
  const skipped = notNeeded === 0 ? '' : `, ${notNeeded} not needed`;
  return `${done} of ${formatCount(steps.length, 'step')} done${skipped}`;
}

/** Whether steps can still be recorded. */
export const isUnderWay = ({ ended, caseClosed }: PathwayView): boolean => ended === null && !caseClosed;
