import { nameSchema, nameSortKey, type PersonName } from '../../../shared/domain/name.ts';

/** A name as its column holds it: the parts with the key that orders it among others. */
export function nameColumn(name: PersonName): string {
  return JSON.stringify({ ...nameSchema.parse(name), sort: nameSortKey(name) });
}

/** The parts of a stored name. */
export function nameOf(column: string): PersonName {
  const { family, given, middle, prefix, preferred } = JSON.parse(column) as PersonName;
  return { family, given, ...(middle && { middle }), ...(prefix && { prefix }), ...(preferred && { preferred }) };
}
