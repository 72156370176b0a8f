import { formatInstant, localDateOf } from '../../../shared/domain/british-date.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { formatTime } from '../../components/format.ts';

/** Says that the form begins with what was typed before, and offers to begin anew. */
export function DraftNote({ since, onDiscard }: { readonly since: string; readonly onDiscard: () => void }) {
  const today = useToday();
  const when = localDateOf(since) === today ? formatTime(since) : formatInstant(since);
  return (
    <Callout tone="info" title={`Draft from ${when}`}>
      <div className="ot-draft-note">
        <span>It was kept on this device. Finish it, or throw it away.</span>
        <Button size="small" onClick={onDiscard}>
          Discard the draft
        </Button>
      </div>
    </Callout>
  );
}
