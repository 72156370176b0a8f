import { useMay } from '../../client/session.ts';
import { Columns, Stack } from '../../components/columns.tsx';
import { Panel } from '../../components/panel.tsx';
import { EthnicCategoryField, GenderField } from '../person/details/fields/about-fields.tsx';
import { AddressFields } from '../person/details/fields/address-fields.tsx';
import { BirthFields } from '../person/details/fields/birth-fields.tsx';
import { LanguageFields } from '../person/details/fields/communication-fields.tsx';
import { NameFields } from '../person/details/fields/name-fields.tsx';
import { NhsNumberField } from '../person/details/fields/nhs-number-field.tsx';
import { ReachFields } from '../person/details/fields/reach-fields.tsx';
import { RegistrationFields } from '../person/details/fields/registration-fields.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { FirstCaseFields } from './first-case-fields.tsx';

/** What is asked at registration: who it is first, so that somebody on record already is found before the rest is typed. */
export function RegisterFields() {
  const mayOpenCase = useMay('cases.write');
  return (
    <Columns layout="main-side">
      <Stack>
        <Panel title="Who">
          <NhsNumberField />
          <NameFields />
          <BirthFields />
          <GenderField />
        </Panel>
        <Panel title="Where">
          <AddressFields since={false} />
          <RegistrationFields own />
        </Panel>
        <Panel title="How to reach and speak with the person">
          <ReachFields />
          <LanguageFields />
          <EthnicCategoryField />
        </Panel>
        {mayOpenCase && (
          <Panel title="Case">
            <FirstCaseFields />
          </Panel>
        )}
      </Stack>
      <div className="ot-register-side">
        <DuplicatesPanel />
      </div>
    </Columns>
  );
}
