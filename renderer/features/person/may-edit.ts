import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useMay } from '../../client/session.ts';

/** Whether the record can be changed: not by every role, and not once it was merged or voided. */
export function useMayEdit({ banner }: PersonPageView): boolean {
  return useMay('people.write') && banner.mergedInto === null && banner.voided === null;
}
