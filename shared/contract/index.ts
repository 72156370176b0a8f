import type { z } from 'zod';
import { session } from './session.ts';

/** Everything that the application can do. Every call of every host is one of these. */
export const endpoints = {
  ...session,
};

export type EndpointName = keyof typeof endpoints;
/** What a caller sends. */
export type InputOf<N extends EndpointName> = z.input<(typeof endpoints)[N]['input']>;
/** What a caller gets. */
export type OutputOf<N extends EndpointName> = z.output<(typeof endpoints)[N]['output']>;

type NamesOf<K extends string> = {
  [N in EndpointName]: (typeof endpoints)[N]['kind'] extends K ? N : never;
}[EndpointName];
export type QueryName = NamesOf<'query'>;
/** Commands and procedures: whatever changes something. */
export type CommandName = NamesOf<'command' | 'procedure'>;
