import { codeEntry, codesOf } from '../../../shared/domain/code-lists.ts';
import type { Option } from '../../components/option.ts';

/** Where people are seen, the common places first. */
export const placeOptions: readonly Option[] = codesOf('activity-location').map((value) => {
  const { label, group = 'Other' } = codeEntry('activity-location', value);
  return { value, label, group };
});
