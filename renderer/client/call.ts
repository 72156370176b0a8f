import type { Answer, Failure } from '../../shared/contract/answer.ts';
import { type EndpointName, endpoints, type InputOf, type OutputOf } from '../../shared/contract/index.ts';
import { askPassphrase } from './confirmation.ts';
import { transport } from './transport.ts';

/** A failed call, thrown only where a library wants an exception (TanStack Query). */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

/** Whether an endpoint only reads. */
function isRead(name: EndpointName): boolean {
  const { kind } = endpoints[name];
  return kind === 'query' || kind === 'probe';
}

/**
 * Calls one endpoint. Never rejects. Anything but a query carries a command id, under which the engine does the work
 * at most once: pass the same id to repeat a call whose answer was lost.
 */
export async function call<N extends EndpointName>(
  name: N,
  input: InputOf<N>,
  commandId: string = crypto.randomUUID(),
): Promise<Answer<OutputOf<N>>> {
  const send = () => transport.call(name, input, isRead(name) ? undefined : commandId);
  let answer = await send();
  if (!answer.ok && answer.error.code === 'reauthentication-needed' && (await askPassphrase())) answer = await send();
  // The engine checked the value against the endpoint's own output schema before it left.
  return answer as Answer<OutputOf<N>>;
}

/** Asks a query and throws `CallFailed` when it fails. */
export async function fetchAnswer<N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await call(name, input);
  if (!answer.ok) throw new CallFailed(answer.error);
  return answer.value;
}

/** The failure behind whatever a query threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure;
  return {
    code: 'internal',
    message: 'Something went wrong in this window. Nothing that was saved is lost. Try again.',
  };
}
