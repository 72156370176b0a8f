import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { type CodeOf, codeEntry, codesOf, isCode } from '../../../../../shared/domain/code-lists.ts';
import { useAsk } from '../../../../client/queries.ts';
import { DateField } from '../../../../components/date-field.tsx';
import type { Option } from '../../../../components/option.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl, usePersonWatch } from '../use-person-form.ts';

const types = codesOf('residence-type').map((value: CodeOf<'residence-type'>): Option => {
  const { label, group } = codeEntry('residence-type', value);
  return { value, label, ...(group !== undefined && { group }) };
});
const isCareHome = (type: string): boolean =>
  isCode('residence-type', type) && codeEntry('residence-type', type).careHome === true;

/** Which care home: one of those on record for the person's neighbourhood, or the name of one outside. */
function CareHomeField({ person }: { readonly person: PersonPageView }) {
  const homes = useAsk('careHomes.list', {}).data?.homes ?? [];
  const here = homes.filter(({ neighbourhood }) => neighbourhood.id === person.banner.neighbourhood.id);
  return (
    <TextField
      control={usePersonControl()}
      name="residence.careHome"
      label="Which care home"
      {...(here.length > 0 && {
        hint: 'Choose one on record, so that it counts as theirs; or type the name of another.',
      })}
      suggestions={here.map(({ name }) => name)}
      optional
      width={30}
    />
  );
}

/** What kind of home it is, and in which neighbourhood, where that is not the practice's. */
export function ResidenceFields({ person }: { readonly person: PersonPageView }) {
  const control = usePersonControl();
  const { residence } = usePersonWatch();
  const shipped = useAsk('session.shippedPlaces', {}).data?.neighbourhoods ?? [];
  const current = person.residenceNeighbourhood;
  const places = shipped.map(({ id, name }) => ({ value: id, label: name }));
  const options =
    current === null || places.some(({ value }) => value === current.id)
      ? places
      : [...places, { value: current.id, label: current.name }];
  return (
    <>
      <SelectField
        control={control}
        name="residence.type"
        label="Kind of home"
        optional
        blank="Not recorded"
        options={types}
      />
      {isCareHome(residence.type) && <CareHomeField person={person} />}
      {residence.type !== '' && <DateField control={control} name="residence.since" label="Since" optional />}
      <SelectField
        control={control}
        name="residenceNeighbourhoodId"
        label="Neighbourhood of residence"
        hint="Only when the person lives in another neighbourhood than that of the practice."
        optional
        blank="That of the practice"
        options={options}
      />
    </>
  );
}
