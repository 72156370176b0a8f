import type { Updateable } from 'kysely';
import type { z } from 'zod';
import type { PersonName } from '../../../shared/domain/name.ts';
import { type PersonField, type PersonPatch, personFields } from '../../../shared/domain/person-fields.ts';
import { nameColumn, nameOf } from './person-name.ts';
import type { People } from './tables.ts';

type Columns = Omit<Updateable<People>, 'id' | 'scope' | 'origin' | 'number'>;
type Column = keyof Columns;
/** Columns of a person with their values, any of them. */
export type PersonColumns = { [C in Column]?: Exclude<Columns[C], undefined> };
type Stored = string | number | null;

/** How each field of a person is kept: the one place where names of the contract and of columns meet. */
export const personColumns = {
  name: { column: 'name', as: 'name' },
  birth: { column: 'birth', as: 'json' },
  nhsNumber: { column: 'nhs_number', as: 'text' },
  nhsNumberStatus: { column: 'nhs_number_status', as: 'text' },
  gender: { column: 'gender', as: 'text' },
  ethnicCategory: { column: 'ethnic_category', as: 'text' },
  language: { column: 'language', as: 'text' },
  interpreter: { column: 'interpreter', as: 'yes-no' },
  religion: { column: 'religion', as: 'text' },
  sexualOrientation: { column: 'sexual_orientation', as: 'text' },
  address: { column: 'address', as: 'json' },
  residence: { column: 'residence', as: 'json' },
  deprivation: { column: 'deprivation', as: 'json' },
  practiceId: { column: 'practice_id', as: 'text' },
  neighbourhoodId: { column: 'neighbourhood_id', as: 'text' },
  residenceNeighbourhoodId: { column: 'residence_neighbourhood_id', as: 'text' },
  phone: { column: 'phone', as: 'text' },
  mobile: { column: 'mobile', as: 'text' },
  email: { column: 'email', as: 'text' },
  contactWays: { column: 'contact_ways', as: 'json' },
  informationNeeds: { column: 'information_needs', as: 'json' },
  adjustments: { column: 'adjustments', as: 'json' },
  death: { column: 'death', as: 'json' },
  frailty: { column: 'frailty', as: 'json' },
  admissions: { column: 'admissions', as: 'json' },
  whatMatters: { column: 'what_matters', as: 'text' },
} as const satisfies Record<PersonField, { column: Column; as: 'name' | 'json' | 'text' | 'yes-no' }>;

export const personFieldNames = Object.keys(personColumns) as PersonField[];
const fieldOfColumn = new Map<string, PersonField>(personFieldNames.map((name) => [personColumns[name].column, name]));

/** The field that a column of `people` holds, if it is one that people edit. */
export const fieldOf = (column: string): PersonField | undefined => fieldOfColumn.get(column);

/** A value as its column holds it. JSON has the keys in the order of the field's schema, so equal values are equal text. */
export function columnValue<F extends PersonField>(field: F, value: PersonPatch[F]): Stored {
  if (value === null || value === undefined) return null;
  const { as } = personColumns[field];
  if (as === 'name') return nameColumn(value as PersonName);
  if (as === 'json') return JSON.stringify(withoutEmpty((personFields[field] as z.ZodType).parse(value)));
  if (as === 'yes-no') return value === true ? 1 : 0;
  return value as string;
}

/** Optional parts that are empty text are left out, as if they had not been given. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined));
}

/** The columns of the fields that a patch names; `neighbourhoodId` is left to the rule that decides it. */
export function columnsOf(patch: PersonPatch): PersonColumns {
  const columns: Record<string, Stored> = {};
  for (const field of personFieldNames)
    if (field !== 'neighbourhoodId' && patch[field] !== undefined)
      columns[personColumns[field].column] = columnValue(field, patch[field]);
  return columns;
}

/** A stored value as the contract gives it. */
export function fieldValue(field: PersonField, stored: Stored | undefined): unknown {
  if (stored === null || stored === undefined) return null;
  const { as } = personColumns[field];
  if (as === 'name') return nameOf(String(stored));
  if (as === 'json') return JSON.parse(String(stored));
  return as === 'yes-no' ? stored === 1 : stored;
}

/** JSON of a column, or null. What is inside is only claimed: rows may come from another version. */
export function parseJson<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
