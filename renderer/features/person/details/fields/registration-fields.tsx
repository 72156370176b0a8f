import { useAsk } from '../../../../client/queries.ts';
import { ComboField } from '../../../../components/combo-field.tsx';
import type { Option } from '../../../../components/option.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

type Place = { readonly id: string; readonly name: string };

const withCurrent = (places: readonly Place[], current: Place | null | undefined): Option[] =>
  [...places, ...(current && !places.some(({ id }) => id === current.id) ? [current] : [])].map(({ id, name }) => ({
    value: id,
    label: name,
  }));

/** The places on record now, which stay to choose even if they are another team's. */
interface Current {
  readonly practice?: Place | null;
  readonly neighbourhood?: Place;
}

interface RegistrationFieldsProps {
  readonly current?: Current;
  /** A new record is made for one's own team only; a record that exists may move to any practice of the city. */
  readonly own?: boolean;
}

/** The practice where the person is registered; the neighbourhood follows from it unless it is set by hand. */
export function RegistrationFields({ current = {}, own = false }: RegistrationFieldsProps) {
  const control = usePersonControl();
  const everywhere = useAsk('places.list', {}, { enabled: !own }).data;
  const mine = useAsk('cases.caseloadChoices', {}, { enabled: own }).data;
  const { practices = [], neighbourhoods = [] } = everywhere ?? mine ?? {};
  return (
    <>
      <ComboField
        control={control}
        name="practiceId"
        label="GP practice"
        optional
        placeholder="Type part of its name"
        options={withCurrent(practices, current.practice)}
      />
      <SelectField
        control={control}
        name="neighbourhoodId"
        label="Neighbourhood"
        hint="Choose one for somebody without a practice, or to set it by hand."
        optional
        blank="That of the practice"
        options={withCurrent(neighbourhoods, current.neighbourhood)}
      />
    </>
  );
}
