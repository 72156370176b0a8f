import type { z } from 'zod';
import type { Permission } from '../domain/permissions.ts';
import type { Topic } from './answer.ts';

/** Kinds of entries that are part of one person's record. */
export type RecordEntry =
  | 'case'
  | 'contact'
  | 'transfer'
  | 'plan'
  | 'copy'
  | 'need'
  | 'goal'
  | 'rating'
  | 'action'
  | 'selfManagement'
  | 'decision'
  | 'answer'
  | 'result'
  | 'supervision'
  | 'task'
  | 'promptDecision'
  | 'pathway'
  | 'step'
  | 'check'
  | 'break'
  | 'stay'
  | 'stayCheck'
  | 'enrolment'
  | 'alert'
  | 'feedback';

/** Whose record a call is about, by one id; the dispatcher applies the relationship rule to each. */
export type Subject =
  | { readonly person: string }
  | { readonly neighbourhood: string }
  | { [K in RecordEntry]: { readonly [P in K]: string } }[RecordEntry];

/** What a call leaves in the audit trail: never values, only what was done to which object. */
export interface AuditRule<I, O> {
  readonly action: string;
  /** Id of the object, from the input, or from the output when the call made it. */
  readonly object?: (input: I, output: O | undefined) => string | null;
  /** One line for each of these objects, where a single call shows the records of several people. */
  readonly each?: (input: I, output: O | undefined) => readonly string[];
  /** Names of the fields that the call may have changed. */
  readonly fields?: (input: I) => readonly string[];
  /** Reason given by the person at the keyboard, where the endpoint asks for one. */
  readonly reason?: (input: I) => string | undefined;
  /** Of a read that repeats while somebody types or scrolls: one line per session, action and object in this many seconds. */
  readonly burstSeconds?: number;
}

/**
 * - `query`: reads, inside one read transaction; may run beside the writer when `heavy`.
 * - `probe`: asks the engine about itself; needs neither session nor store.
 * - `command`: reads and writes, one transaction with its changes and its audit line; repeatable by command id.
 * - `procedure`: runs outside a transaction since it opens or closes the store, waits for files, or works in steps.
 */
export type EndpointKind = 'query' | 'probe' | 'command' | 'procedure';

export interface Endpoint<
  K extends EndpointKind = EndpointKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  /** One sentence for the list of endpoints. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** `anyone` needs no session; `signed-in` any session; otherwise a permission of the role table. */
  readonly access: 'anyone' | 'signed-in' | Permission;
  readonly about: (input: z.output<I>) => readonly Subject[];
  readonly audit: AuditRule<z.output<I>, z.output<O>> | null;
  /** Query: fetched again when one of these changes. Command and procedure: what success may have changed. */
  readonly topics: readonly Topic[];
  /** Runs on the read-only worker so that it never delays other calls. */
  readonly heavy: boolean;
  /** Needs the passphrase to have been given within the last minutes: exports, changes of roles. */
  readonly confirm: boolean;
}

interface Definition<I extends z.ZodType, O extends z.ZodType> {
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  readonly access: 'anyone' | 'signed-in' | Permission;
  readonly about?: (input: z.output<I>) => readonly Subject[];
  readonly audit?: AuditRule<z.output<I>, z.output<O>>;
  readonly topics?: readonly Topic[];
  readonly heavy?: boolean;
  readonly confirm?: boolean;
}

function define<K extends EndpointKind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  definition: Definition<I, O>,
): Endpoint<K, I, O> {
  return {
    kind,
    summary: definition.summary,
    input: definition.input,
    output: definition.output,
    access: definition.access,
    about: definition.about ?? (() => []),
    audit: definition.audit ?? null,
    topics: definition.topics ?? [],
    heavy: definition.heavy ?? false,
    confirm: definition.confirm ?? false,
  };
}

/** Defines an endpoint that only reads. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Endpoint<'query', I, O> => define('query', definition);

/** Defines an endpoint that asks the engine about itself; anyone may, unless it says otherwise. */
export const probe = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Definition<I, O>, 'access'> & { readonly access?: Endpoint['access'] },
): Endpoint<'probe', I, O> => define('probe', { access: 'anyone', ...definition });

/** Defines an endpoint that writes in one transaction. It must leave an audit line. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O> & { readonly audit: AuditRule<z.output<I>, z.output<O>> },
): Endpoint<'command', I, O> => define('command', definition);

/** Defines an endpoint that works outside a transaction (sessions, files, long jobs). */
export const procedure = <I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<I, O>,
): Endpoint<'procedure', I, O> => define('procedure', definition);
