import type { z } from 'zod';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import type { Role } from '../../shared/domain/permissions.ts';
import type { Engine } from './engine.ts';
import type { Journal } from './journal/record.ts';
import type { ReadHandle, WriteHandle } from './store/handles.ts';

/** Who is at the keyboard, taken from the store at sign-in: never from a call's input. */
export interface Session {
  readonly id: string;
  readonly workerId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Ids of the neighbourhoods whose team the worker belongs to. */
  readonly neighbourhoods: readonly string[];
  /** Ids of the practices a behaviourist is linked to. */
  readonly practices: readonly string[];
  readonly signedInAt: string;
  /** Until when the passphrase counts as just given: exports and changes of roles ask for it again afterwards. */
  readonly confirmedUntil: string;
}

/** What a query may use. */
export interface QueryContext {
  /** UTC instant of this call. */
  readonly now: string;
  /** Calendar date of this call in Europe/London. */
  readonly today: string;
  readonly session: Session;
  readonly read: ReadHandle;
}

/** What a command may use besides: the journal for synced tables, the handle for local ones. */
export interface CommandContext extends QueryContext {
  readonly write: WriteHandle;
  readonly journal: Journal;
  /** A fresh id, in order of time. */
  readonly newId: () => string;
}

/** What a procedure may use: the engine itself. `session` is null before sign-in. */
export interface ProcedureContext {
  readonly now: string;
  readonly today: string;
  readonly session: Session | null;
  readonly engine: Engine;
}

type ContextOf<K> = K extends 'query' ? QueryContext : K extends 'command' ? CommandContext : ProcedureContext;
type ResultOf<K, T> = K extends 'procedure' ? T | Promise<T> : T;

/** The services of a contract: one function for each of its endpoints, checked complete by the compiler. */
export type Services<Contract extends Record<string, Endpoint>> = {
  readonly [N in keyof Contract]: (
    context: ContextOf<Contract[N]['kind']>,
    input: z.output<Contract[N]['input']>,
  ) => ResultOf<Contract[N]['kind'], z.input<Contract[N]['output']>>;
};
