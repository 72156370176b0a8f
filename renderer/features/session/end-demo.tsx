import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';

/** The way out of the demonstration for good, with everything in it. */
export function EndDemo({ look = 'secondary' }: { readonly look?: 'secondary' | 'quiet' }) {
  const [ending, setEnding] = useState(false);
  const end = useTell('session.endDemo');
  return (
    <>
      <Button look={look} size="small" onClick={() => setEnding(true)}>
        End the demonstration
      </Button>
      {end.failure !== undefined && <Callout tone="urgent" live title={end.failure.message} />}
      <ConfirmDialog
        open={ending}
        title="End the demonstration"
        confirm="Remove the demonstration data"
        danger
        busy={end.telling}
        onConfirm={() => void end.tell({})}
        onCancel={() => setEnding(false)}
      >
        <p>
          The made-up people and everything that you tried out with them are removed from this device. A team can then
          be set up.
        </p>
      </ConfirmDialog>
    </>
  );
}
