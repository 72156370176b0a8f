import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient, startLive } from './client/live.ts';
import { AppFailure } from './features/frame/app-failure.tsx';
import { SessionGate } from './features/session/session-gate.tsx';
import { router } from './routes.tsx';

/** Done once the first page stands ready, not once it is drawn: nothing is, as long as nobody is let in. */
const forget = () =>
  new Promise<void>((resolve) => {
    const stop = router.subscribe('onLoad', () => {
      stop();
      resolve();
    });
    void router.navigate({ to: '/', replace: true });
  });

/** The application: nothing of the record is rendered, or even mounted, unless a session is open. */
export function App() {
  useEffect(startLive, []);
  return (
    <AppFailure>
      <QueryClientProvider client={queryClient}>
        <SessionGate forget={forget}>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </AppFailure>
  );
}
