import type { ComponentType } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import type { PersonField } from '../../../../shared/domain/person-fields.ts';
import { AboutFields } from './fields/about-fields.tsx';
import { AddressFields } from './fields/address-fields.tsx';
import { BirthFields } from './fields/birth-fields.tsx';
import { AdjustmentFields, InformationFields, LanguageFields } from './fields/communication-fields.tsx';
import { DeathFields } from './fields/death-fields.tsx';
import { IdentityFields } from './fields/identity-fields.tsx';
import { MeasuredFields } from './fields/measured-fields.tsx';
import { NameFields } from './fields/name-fields.tsx';
import { ReachFields, WaysFields } from './fields/reach-fields.tsx';
import { RegistrationFields } from './fields/registration-fields.tsx';
import { ResidenceFields } from './fields/residence-fields.tsx';
import { WhatMattersField } from './fields/what-matters-field.tsx';

/** Fields of a person that are shown and edited together. */
export interface DetailGroup {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly PersonField[];
  readonly Fields: ComponentType<{ readonly person: PersonPageView }>;
}

const NameAndBirth = () => (
  <>
    <NameFields />
    <BirthFields />
  </>
);
const Reach = () => (
  <>
    <ReachFields />
    <WaysFields />
  </>
);
const Communication = () => (
  <>
    <LanguageFields />
    <InformationFields />
    <AdjustmentFields />
  </>
);
const Home: DetailGroup['Fields'] = ({ person }) => (
  <>
    <AddressFields />
    <ResidenceFields person={person} />
  </>
);
const Registration: DetailGroup['Fields'] = ({ person: { banner } }) => (
  <RegistrationFields current={{ practice: banner.practice, neighbourhood: banner.neighbourhood }} />
);

/** Every field of a person, in the order of the page. */
export const detailGroups = [
  { id: 'name', title: 'Name and birth', fields: ['name', 'birth'], Fields: NameAndBirth },
  { id: 'number', title: 'NHS number', fields: ['nhsNumber', 'nhsNumberStatus'], Fields: IdentityFields },
  { id: 'reach', title: 'Reaching the person', fields: ['phone', 'mobile', 'email', 'contactWays'], Fields: Reach },
  { id: 'home', title: 'Home', fields: ['address', 'residence', 'residenceNeighbourhoodId'], Fields: Home },
  { id: 'registration', title: 'Registration', fields: ['practiceId', 'neighbourhoodId'], Fields: Registration },
  {
    id: 'communication',
    title: 'Communication',
    fields: ['language', 'interpreter', 'informationNeeds', 'adjustments'],
    Fields: Communication,
  },
  {
    id: 'about',
    title: 'About the person',
    fields: ['gender', 'ethnicCategory', 'religion', 'sexualOrientation'],
    Fields: AboutFields,
  },
  { id: 'what-matters', title: 'What matters to me', fields: ['whatMatters'], Fields: WhatMattersField },
  {
    id: 'measured',
    title: 'Supplied by others',
    fields: ['frailty', 'admissions', 'deprivation'],
    Fields: MeasuredFields,
  },
  { id: 'death', title: 'Death', fields: ['death'], Fields: DeathFields },
] as const satisfies readonly DetailGroup[];

/** A group by its id. */
export function groupOf(id: (typeof detailGroups)[number]['id']): DetailGroup {
  const group: DetailGroup | undefined = detailGroups.find((each) => each.id === id);
  if (group === undefined) throw new Error(`no such group: ${id}`);
  return group;
}
