import { useFormContext, useWatch } from 'react-hook-form';
import type { PersonPatch } from '../../../../shared/domain/person-fields.ts';
import type { PersonValues } from './person-values.ts';

/** The form around fields of a person. */
export const usePersonControl = () => useFormContext<PersonValues, unknown, PersonPatch>().control;

/** What a form about a person holds at the moment. */
export function usePersonWatch(): PersonValues {
  return useWatch({ control: usePersonControl() }) as PersonValues;
}
