import { nameSchema, nameSortKey, type PersonName } from '../../../shared/domain/name.ts';

/** A name as its column holds it: the parts with the key that orders it among others. Equal names are equal text. */
export function nameColumn(name: PersonName): string {
  return JSON.stringify({ ...filledParts(nameSchema.parse(name)), sort: nameSortKey(name) });
}

/** The parts of a stored name. */
export function nameOf(column: string): PersonName {
  return filledParts(JSON.parse(column) as PersonName);
}

/** The parts in their order, without optional ones that are empty. */
function filledParts({ family, given, middle, prefix, preferred }: PersonName): PersonName {
  return { family, given, ...(middle && { middle }), ...(prefix && { prefix }), ...(preferred && { preferred }) };
}
