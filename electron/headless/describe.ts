import { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { endpoints } from '../../shared/contract/index.ts';

/** One endpoint as `headless endpoints` prints it. */
export interface EndpointDescription {
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  /** `anyone`, `signed-in`, or the permission that is needed. */
  readonly permission: string;
  readonly audited: boolean;
  readonly input: unknown;
  readonly output: unknown;
}

/** Every endpoint with the JSON Schemas (draft 2020-12) of its input and output. Bytes have no JSON Schema: `{}`. */
export function describeEndpoints(): EndpointDescription[] {
  return Object.entries(endpoints as Record<string, Endpoint>).map(([name, endpoint]) => ({
    name,
    kind: endpoint.kind,
    summary: endpoint.summary,
    permission: endpoint.access,
    audited: endpoint.audit !== null,
    input: z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }),
  }));
}
