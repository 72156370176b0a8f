import { expect, test } from 'vitest';
import { listInputOf, viewOf, viewText } from '../../renderer/features/people/people-view.ts';
import { draftOf, emptyRegistration, registerSchema } from '../../renderer/features/people/register-values.ts';
import {
  changedFields,
  type PersonValues,
  patchSchemaOf,
  valuesOf,
} from '../../renderer/features/person/details/person-values.ts';
import type { PersonPageView } from '../../shared/contract/person-page.ts';
import { type PersonField, personFields } from '../../shared/domain/person-fields.ts';

const everyField = Object.keys(personFields) as PersonField[];

const recorded: PersonPageView['details'] = {
  name: { family: 'Okafor', given: 'Grace', middle: 'Ada', prefix: 'Mrs', preferred: 'Gracie' },
  birth: { date: '1958-03-27', estimated: true },
  nhsNumber: '9990000018',
  nhsNumberStatus: '01',
  gender: '2',
  ethnicCategory: 'N',
  language: 'en',
  interpreter: false,
  religion: null,
  sexualOrientation: null,
  address: { lines: ['Flat 2', '12 Acacia Road'], postcode: 'L15 5AB', since: '2020-01-01' },
  residence: { type: 'CH03', careHome: 'The Limes', since: '2021-05-01' },
  deprivation: { quintile: 1, asOf: '2025-01-01', source: 'GP list' },
  practiceId: 'N82001',
  neighbourhoodId: 'n02',
  residenceNeighbourhoodId: 'n03',
  phone: '0151 496 0123',
  mobile: '07700 900123',
  email: 'grace@example.org',
  contactWays: { preferred: ['3'], forbidden: ['1'], note: 'After noon' },
  informationNeeds: { contact: ['9'], format: [], note: 'Reads slowly' },
  adjustments: { codes: ['longer-appointment'], consent: false, note: 'Ground floor' },
  death: { date: '2026-01-02', place: '21', preferredPlaceMet: true },
  frailty: { efi: 0.25, cfs: 5, asOf: '2025-06-01', source: 'GP list' },
  admissions: { emergency12m: 0, asOf: '2025-06-01', source: 'GP list' },
  whatMatters: 'Keeping the cat.',
  neighbourhoodByHand: true,
  heads: { '*': 'c1' },
};
const { neighbourhoodByHand: _, heads: __, ...fields } = recorded;

test('what is recorded goes through a form unchanged', () => {
  const patch = patchSchemaOf(everyField).parse(valuesOf(recorded));
  expect(patch).toEqual(fields);
  expect(changedFields(patch, patchSchemaOf(everyField).parse(valuesOf(recorded)))).toEqual({});
});

test('a neighbourhood that follows from the practice is not set by hand by saving a form', () => {
  const values = valuesOf({ ...recorded, neighbourhoodByHand: false });
  expect(patchSchemaOf(['neighbourhoodId']).parse(values)).toEqual({ neighbourhoodId: null });
});

test('emptied fields become "not recorded", and only what changed is sent', () => {
  const schema = patchSchemaOf(['phone', 'address', 'contactWays', 'interpreter', 'death']);
  const before = schema.parse(valuesOf(recorded));
  const values: PersonValues = {
    ...valuesOf(recorded),
    phone: ' ',
    address: { lines: '\n', postcode: '', since: '2020-01-01' },
    interpreter: '',
    death: { died: false, date: '2026-01-02', place: '', preferredPlaceMet: '' },
  };
  expect(changedFields(schema.parse(values), before)).toEqual({
    phone: null,
    address: null,
    interpreter: null,
    death: null,
  });
});

test('problems are named at the field where they were typed', () => {
  const problems = (patch: Partial<PersonValues>) =>
    (patchSchemaOf(everyField).safeParse({ ...valuesOf(recorded), ...patch }).error?.issues ?? []).map(({ path }) =>
      path.join('.'),
    );
  expect(problems({ birth: { known: 'date', date: '31/2/1958', year: null, estimated: false } })).toEqual([
    'birth.date',
  ]);
  expect(problems({ birth: { known: 'year', date: '', year: null, estimated: false } })).toEqual(['birth.year']);
  expect(problems({ address: { lines: `ok\n${'x'.repeat(300)}`, postcode: 'L1', since: '' } })).toEqual([
    'address.lines',
    'address.postcode',
  ]);
  expect(problems({ nhsNumber: '999 000 0019' })).toEqual(['nhsNumber']);
});

test('a registration asks for a name and a place at once, and leaves out what is not recorded', () => {
  const empty = emptyRegistration('');
  expect(registerSchema.safeParse(empty).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'name.family',
    'practiceId',
  ]);
  const filled = {
    ...empty,
    name: { ...empty.name, family: 'Okafor' },
    practiceId: 'N82001',
    openCase: true,
    purpose: 'Falls',
  };
  expect(registerSchema.parse(filled)).toEqual({
    person: {
      name: { family: 'Okafor', given: '', middle: '', prefix: '', preferred: '' },
      practiceId: 'N82001',
    },
    openCase: { status: 'proposed', coordinatorId: null, source: null, purpose: 'Falls' },
  });
});

test('duplicates are looked up by a whole number, or a name with birth date or postcode', () => {
  const values = valuesOf(null);
  const named = { ...values, name: { ...values.name, family: 'Okafor' } };
  expect(draftOf(values)).toBeNull();
  expect(draftOf(named)).toBeNull();
  expect(draftOf({ ...values, nhsNumber: '999 000 0018' })).toMatchObject({ nhsNumber: '9990000018' });
  expect(draftOf({ ...named, address: { lines: '', postcode: 'l155ab', since: '' } })).toMatchObject({
    postcode: 'L15 5AB',
  });
  expect(draftOf({ ...named, birth: { known: 'date', date: '27/3/', year: null, estimated: false } })).toBeNull();
});

test('a saved view keeps the filters and never what was typed', () => {
  const view = { flag: 'frail', age: '80+', cases: 'none' } as const;
  expect(viewOf(viewText(view))).toEqual(view);
  expect(viewOf('{"flag":"of a newer version","age":"80+"}')).toEqual({ age: '80+' });
  expect(viewOf('no JSON')).toEqual({});
  expect(listInputOf(view, ' ann ')).toEqual({ flag: 'frail', ageBand: '80+', openCase: false, search: 'ann' });
});
