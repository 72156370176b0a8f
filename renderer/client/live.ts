import { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Topic } from '../../shared/contract/answer.ts';
import { type EndpointName, endpoints } from '../../shared/contract/index.ts';
import { call } from './call.ts';
import { noteJob } from './jobs.ts';
import { transport } from './transport.ts';

/**
 * The answers on screen. They are fetched again when the engine says that one of their topics changed, never by age;
 * the engine is on this machine, so being offline does not matter.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
  },
});

const isEndpoint = (name: unknown): name is EndpointName => typeof name === 'string' && name in endpoints;

function fetchAgain(topics: readonly Topic[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      isEndpoint(name) && endpoints[name].topics.some((topic) => topics.includes(topic)),
  });
}

/** Forgets every answer but where the profile stands: after a lock nothing of the record stays in this window. */
function forgetRecord(): void {
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'session.state' });
}

/**
 * Ends or locks the session and takes the record off the screen, without waiting for the engine's event. When the
 * engine cannot be reached the page is opened anew, which shows nothing either.
 */
export async function leaveSession(how: 'session.lock' | 'session.signOut'): Promise<void> {
  const answer = await call(how, {});
  if (!answer.ok) location.reload();
  forgetRecord();
  fetchAgain(['session']);
}

/** False while this window may have missed a lock: it was out of sight, and has not heard from the engine since. */
export const useFreshness = create<{ fresh: boolean }>(() => ({ fresh: true }));

async function catchUp(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: ['session.state'] });
  useFreshness.setState({ fresh: true });
  await queryClient.invalidateQueries();
}

/** Connects engine events to the answers on screen. Returns the way to stop. */
export function startLive(): () => void {
  let wasConnected = false;
  const stopEvents = transport.onEvent((event) => {
    if (event.kind === 'changed') fetchAgain(event.topics);
    else if (event.kind === 'progress') noteJob(event.job);
    else {
      if (event.state !== 'open') forgetRecord();
      fetchAgain(['session']);
    }
  });
  const stopLink = transport.onLink((link) => {
    if (link === 'connecting') useFreshness.setState({ fresh: !wasConnected });
    if (link !== 'connected') return;
    // Events of the time without a connection are gone, so everything on screen may be old.
    if (wasConnected) void catchUp();
    wasConnected = true;
  });
  return () => {
    stopEvents();
    stopLink();
  };
}
