import { type ReactNode, useState } from 'react';
import type { VersionView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { planStatusLabel } from '../../../shared/domain/plan-status.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { DueText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { toast } from '../../components/toast.ts';
import { AgreeDialog } from './agree-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';
import { SetAsideDialog } from './set-aside-dialog.tsx';

type Open = 'agree' | 'copy' | 'aside' | null;

/** Where the plan stands, and the next step of it. */
export function PlanHead({ personId, page, mayWrite, view }: PlanPanelProps & { readonly view: ReactNode }) {
  const { current, working, otherDrafts } = page;
  const [open, setOpen] = useState<Open>(null);
  const start = useTell('plans.start');
  const begin = async () => {
    const answer = await start.tell({ personId });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  };
  const close = () => setOpen(null);
  return (
    <Panel
      title="Care plan"
      actions={
        <>
          {view}
          {(current !== null || working !== null) && (
            <ButtonLink icon="print" to="/people/$personId/print/plan" params={{ personId }}>
              Print for the person
            </ButtonLink>
          )}
          {mayWrite && (
            <>
              {working === null ? (
                <Button look="primary" busy={start.telling} onClick={() => void begin()}>
                  {current === null ? 'Write the first plan' : 'Begin a review'}
                </Button>
              ) : (
                <>
                  <Button look="primary" icon="tick" onClick={() => setOpen('agree')}>
                    Agree version {working.version}
                  </Button>
                  <Button onClick={() => setOpen('aside')}>Set the draft aside</Button>
                </>
              )}
              {current !== null && (
                <Button icon="note" onClick={() => setOpen('copy')}>
                  Copy given
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <p className="ot-plan__state">
        {current === null ? (
          <span className="ot-muted">No plan has been agreed yet.</span>
        ) : (
          <CurrentWords current={current} />
        )}
        {working !== null && <Tag tone="yellow">Version {working.version} is being written</Tag>}
      </p>
      {otherDrafts.map(({ id, startedBy, startedOn }) => (
        <p key={id}>
          {startedBy} began another draft on {formatDate(startedOn)} on another device. Take over what it says, then set
          one of the two aside.
        </p>
      ))}
      {working !== null && (
        <>
          <AgreeDialog open={open === 'agree'} page={page} working={working} onClose={close} />
          <SetAsideDialog open={open === 'aside'} working={working} current={current} onClose={close} />
        </>
      )}
      {current !== null && <CopyDialog open={open === 'copy'} plan={current} onClose={close} />}
    </Panel>
  );
}

function CurrentWords({ current }: { readonly current: VersionView }) {
  const { version, status, agreement, reviewDueOn, copies } = current;
  const [copy] = copies;
  return (
    <>
      <Tag tone={status === 'agreed' ? 'green' : 'blue'}>{planStatusLabel(status)}</Tag>
      <span>
        Version {version}
        {agreement !== null &&
          `, agreed ${formatDate(agreement.on)} with ${agreement.with.map((code) => wordOf('care-plan-agreement', code).toLowerCase()).join('; ')}`}
      </span>
      {reviewDueOn !== null && (
        <span>
          Review: <DueText date={reviewDueOn} />
        </span>
      )}
      <span className={copy ? '' : 'ot-muted'}>
        {copy
          ? `Copy given ${formatDate(copy.givenOn)} to ${copy.givenTo} (${wordOf('plan-copy-format', copy.format).toLowerCase()})`
          : 'No copy given yet'}
      </span>
    </>
  );
}
