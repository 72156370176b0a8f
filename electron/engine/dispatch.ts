import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Answer } from '../../shared/contract/answer.ts';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../shared/contract/index.ts';
import { can } from '../../shared/domain/permissions.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { beginBurst, inAuditedBurst } from './audit-burst.ts';
import type { CommandContext, ProcedureContext, QueryContext, Session } from './context.ts';
import { audit, auditAlone, type Engine, nowOf, requireOpen, todayOf, transact } from './engine.ts';
import { failureOf } from './failure.ts';
import { services } from './handlers.ts';
import { requireRelation } from './relationship.ts';
import { findCommand, rememberCommand } from './store/commands.ts';

/** A call as a host hands it over. `commandId` makes a command repeatable. */
export interface Call {
  readonly name: string;
  readonly input: unknown;
  readonly commandId?: string | undefined;
}

// Services are checked against the contract where they are defined; here they are met by name, so their types are erased.
type Erased = (context: QueryContext | CommandContext | ProcedureContext, input: unknown) => unknown;
const serviceOf = (name: string): Erased => services[name as EndpointName] as unknown as Erased;

/**
 * The way of every call: parse → session → permission and relationship → transaction with service and audit → answer.
 * Never throws: every failure is an answer.
 */
export async function dispatch(engine: Engine, call: Call): Promise<Answer> {
  let endpoint: Endpoint | null = null;
  let input: unknown;
  try {
    endpoint = findEndpoint(call.name);
    input = parseInput(endpoint, call.input);
    const session = admit(engine, endpoint, input);
    return { ok: true, value: await carryOut(engine, call, endpoint, input, session) };
  } catch (error) {
    const failure = failureOf(error);
    if (endpoint && engine.session && refusals.has(failure.code))
      auditRefusal(engine, call.name, endpoint, input, failure.code);
    return { ok: false, error: failure };
  }
}

const refusals: ReadonlySet<ErrorCode> = new Set(['not-allowed', 'outside-relationship']);

/** Who was refused what is on record, whether the table, the relationship rule or the service itself refused. */
function auditRefusal(engine: Engine, action: string, endpoint: Endpoint, input: unknown, reason: ErrorCode): void {
  if (engine.opened)
    auditAlone(engine, {
      action,
      outcome: 'refused',
      object: endpoint.audit?.object?.(input, undefined) ?? null,
      reason,
    });
}

/** The endpoint of that name. */
export function findEndpoint(name: string): Endpoint {
  const found = Object.hasOwn(endpoints, name) ? endpoints[name as EndpointName] : undefined;
  if (!found) throw new AppError('bad-input', 'There is no such endpoint. `headless endpoints` lists them all.');
  return found as unknown as Endpoint;
}

function parseInput(endpoint: Endpoint, input: unknown): unknown {
  const parsed = endpoint.input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('bad-input', 'Some of this cannot be accepted. Check the marked fields and try again.', details);
}

/** Applies session, permission and relationship rule. Returns the session, null where none is needed. */
function admit(engine: Engine, endpoint: Endpoint, input: unknown): Session | null {
  const { session } = engine;
  if (endpoint.access === 'anyone') return session;
  if (!session || !engine.opened) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  if (endpoint.access !== 'signed-in' && !can(session.roles, endpoint.access))
    throw new AppError('not-allowed', 'Your role does not include this. Ask your team lead if it should.');
  const now = nowOf(engine);
  for (const subject of endpoint.about(input)) requireRelation(engine.opened.store, session, subject, now);
  if (endpoint.confirm && session.confirmedUntil < now)
    throw new AppError('reauthentication-needed', 'Give your passphrase again, then this goes on.');
  return session;
}

async function carryOut(
  engine: Engine,
  call: Call,
  endpoint: Endpoint,
  input: unknown,
  session: Session | null,
): Promise<unknown> {
  const run = serviceOf(call.name);
  if (endpoint.kind === 'probe')
    return endpoint.output.parse(run({ now: nowOf(engine), today: todayOf(engine), session, engine }, input));
  if (endpoint.kind === 'procedure') {
    const result = endpoint.output.parse(
      await run({ now: nowOf(engine), today: todayOf(engine), session, engine }, input),
    );
    if (endpoint.audit && engine.opened) auditAlone(engine, lineOf(endpoint, input, result));
    if (endpoint.topics.length > 0) engine.options.emit({ kind: 'changed', topics: endpoint.topics });
    return result;
  }
  if (endpoint.kind === 'command') return runCommand(engine, call, endpoint, input, run, session);
  return runQuery(engine, call, endpoint, input, run, session);
}

async function runQuery(
  engine: Engine,
  call: Call,
  endpoint: Endpoint,
  input: unknown,
  run: Erased,
  session: Session | null,
): Promise<unknown> {
  const now = nowOf(engine);
  if (endpoint.heavy && session) {
    const answer = await engine.options.readBeside({ name: call.name, input, session, now });
    if (!answer.ok) throw new AppError(answer.error.code, answer.error.message, answer.error.details);
    for (const line of linesOf(endpoint, input, answer.value)) auditAlone(engine, line);
    return answer.value;
  }
  const { store } = requireOpen(engine);
  const read = () =>
    endpoint.output.parse(run({ now, today: todayOf(engine), session, read: store } as QueryContext, input));
  if (!endpoint.audit || !session) return store.snapshot(read);
  // Whether a line is due may depend on the answer, but an object that comes from there is never part of a burst.
  if (!dueLine(endpoint, input, undefined, session, now)) return store.snapshot(read);
  // A read that must be on record is shown only when its line is durable.
  const { result, lines } = store.transaction(() => {
    const result = read();
    const lines = linesOf(endpoint, input, result);
    for (const line of lines) audit(engine, line);
    return { result, lines };
  });
  for (const line of lines) beginBurst(session, line, now);
  return result;
}

/** The audit line that a read must leave, or null when it belongs to a burst that is on record. */
function dueLine(endpoint: Endpoint, input: unknown, output: unknown, session: Session, now: string) {
  if (!endpoint.audit) return null;
  const line = lineOf(endpoint, input, output);
  return inAuditedBurst(session, line, endpoint.audit.burstSeconds, now) ? null : line;
}

function runCommand(
  engine: Engine,
  call: Call,
  endpoint: Endpoint,
  input: unknown,
  run: Erased,
  session: Session | null,
): unknown {
  if (!session) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  const commandId = call.commandId ?? engine.options.newId();
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  const before = findCommand(requireOpen(engine).store, commandId);
  if (before) {
    if (before.endpoint !== call.name || before.worker_id !== session.workerId || before.input_hash !== inputHash)
      throw new AppError('conflict', 'This command id was used for something else. Send it again with a new one.');
    return JSON.parse(before.answer);
  }
  return transact(engine, { actor: session.workerId, command: commandId, session }, endpoint.topics, (context) => {
    const result = endpoint.output.parse(run(context, input));
    rememberCommand(context.write, {
      id: commandId,
      endpoint: call.name,
      worker_id: session.workerId,
      input_hash: inputHash,
      answer: JSON.stringify(result),
      at: context.now,
    });
    audit(engine, lineOf(endpoint, input, result));
    return result;
  });
}

/** The lines that a read leaves: one, or one for each record that it shows. */
function linesOf(endpoint: Endpoint, input: unknown, output: unknown) {
  if (!endpoint.audit) return [];
  const line = lineOf(endpoint, input, output);
  const objects = endpoint.audit.each?.(input, output) ?? [];
  return objects.length === 0 ? [line] : objects.map((object) => ({ ...line, object }));
}

function lineOf(endpoint: Endpoint, input: unknown, output: unknown) {
  const rule = endpoint.audit;
  return {
    action: rule?.action ?? '',
    object: rule?.object?.(input, output as z.output<z.ZodType>) ?? null,
    fields: rule?.fields?.(input).join(',') ?? null,
    reason: rule?.reason?.(input) ?? null,
    outcome: 'done',
  };
}
