import type { ErrorComponentProps } from '@tanstack/react-router';
import { failureOf } from '../../client/call.ts';
import { Page } from '../../components/page.tsx';
import { ErrorState } from '../../components/states.tsx';

/** A page that threw: the rest of the application stays usable. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page failed">
      <ErrorState failure={failureOf(error)} again={reset} />
    </Page>
  );
}
