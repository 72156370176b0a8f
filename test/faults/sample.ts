import { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json } | Uint8Array;
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What generated inputs are filled with. */
export interface Pool {
  readonly random: () => number;
  /** Ids that exist, so that calls reach further than "not found". */
  readonly ids: readonly string[];
  /** Texts for free fields. */
  readonly texts: readonly string[];
}

const pick = <T>(pool: Pool, list: readonly T[]): T | undefined => list[Math.floor(pool.random() * list.length)];
const candidates = [
  '9990000018',
  '999 000 0026',
  'L1 1AA',
  '2020-02-29',
  '2026-11-01',
  '2026-11-01T10:00:00.000Z',
  '10:30',
  'oneteam-20261122040506-daily.db',
  'ui.list',
  'two-coordinators:01ABC',
  'name',
  'due',
  '07700 900123',
  'someone@example.org',
  'L',
  'a',
  '5',
  '1',
];

/** JSON Schema of an endpoint's input. */
export const inputSchema = (endpoint: Endpoint): Schema =>
  z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** A value that fits a JSON Schema, as far as the schema says. `root` holds the definitions that `$ref` names. */
export function sample(schema: Schema, pool: Pool, root: Schema = schema, depth = 0): Json {
  if (schema.$ref) return sample(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, pool, root, depth + 1);
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(pool, schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return sample(pick(pool, options) ?? {}, pool, root, depth + 1);
  if (schema.allOf)
    return sample({ ...schema, allOf: undefined, ...Object.assign({}, ...schema.allOf) }, pool, root, depth + 1);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, pool, root, depth);
    case 'array':
      return sampleArray(schema, pool, root, depth);
    case 'string':
      return sampleString(schema, pool);
    case 'integer':
    case 'number':
      return sampleNumber(schema, pool);
    case 'boolean':
      return pool.random() < 0.5;
    case 'null':
      return null;
    default:
      return new Uint8Array([1, 2, 3]);
  }
}

function sampleObject(schema: Schema, pool: Pool, root: Schema, depth: number): Json {
  const made: { [key: string]: Json } = {};
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(name) || pool.random() < (depth > 3 ? 0.1 : 0.4))
      made[name] = sample(property, pool, root, depth + 1);
  return made;
}

function sampleArray(schema: Schema, pool: Pool, root: Schema, depth: number): Json {
  const least = schema.minItems ?? 0;
  const length = Math.min(least + Math.floor(pool.random() * 2), schema.maxItems ?? least + 2);
  return Array.from({ length }, (_, i) => sample(schema.prefixItems?.[i] ?? schema.items ?? {}, pool, root, depth + 1));
}

function sampleString(schema: Schema, pool: Pool): string {
  if (schema.format === 'date') return pick(pool, ['2020-02-29', '2026-11-01', '1958-03-12', '2027-01-01']) ?? '';
  if (schema.format === 'date-time') return pick(pool, ['2026-11-01T10:00:00.000Z', '2026-11-21T09:30:00.000Z']) ?? '';
  const fits = (text: string) =>
    (!schema.pattern || new RegExp(schema.pattern, 'u').test(text)) &&
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY);
  const sources = schema.pattern ? [...pool.ids, ...candidates] : [...pool.texts, ...candidates];
  return pick(pool, sources.filter(fits)) ?? pick(pool, sources) ?? '';
}

function sampleNumber(schema: Schema, pool: Pool): number {
  const from = Math.max(schema.minimum ?? 0, -1000);
  const to = Math.min(schema.maximum ?? from + 100, from + 1000);
  return from + Math.floor(pool.random() * (to - from + 1));
}

/** An input that the endpoint itself accepts, or undefined when none was found in many tries. */
export function validInput(endpoint: Endpoint, pool: Pool, tries = 400): unknown {
  const schema = inputSchema(endpoint);
  for (let i = 0; i < tries; i += 1) {
    const made = sample(schema, pool);
    if (endpoint.input.safeParse(made).success) return made;
  }
  return undefined;
}
