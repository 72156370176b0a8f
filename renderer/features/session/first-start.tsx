import { useEffect, useRef } from 'react';
import { useTell } from '../../client/commands.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { Callout } from '../../components/callout.tsx';
import { Icon } from '../../components/icon.tsx';
import { ProgressPanel } from '../../components/progress-panel.tsx';
import { EntryPage } from './entry-page.tsx';

interface FirstStartProps {
  /** Started for the demonstration: the choice has been made already. */
  readonly demo: boolean;
  readonly onSetUp: () => void;
}

/** A fresh profile: look around with made-up people, or begin a team. */
export function FirstStart({ demo, onSetUp }: FirstStartProps) {
  const { tell, telling, failure } = useTell('session.startDemo');
  const jobs = useRunningJobs();
  const begun = useRef(false);

  useEffect(() => {
    if (!demo || begun.current) return;
    begun.current = true;
    void tell({});
  }, [demo, tell]);

  return (
    <EntryPage
      title="Welcome to OneTeam"
      lead="One record, one named coordinator, everybody involved in sight. How would you like to begin?"
      wide
    >
      {telling ? (
        jobs.map((job) => <ProgressPanel key={job.id} job={job} />)
      ) : (
        <div className="ot-doors">
          <button className="ot-door" type="button" onClick={() => void tell({})}>
            <Icon name="people" size={32} />
            <span className="ot-door__title">Explore with demonstration data</span>
            <span className="ot-door__words">
              Made-up people in twelve neighbourhoods, and three members of staff to sign in as. Nothing to type,
              nothing real.
            </span>
          </button>
          <button className="ot-door" type="button" onClick={onSetUp}>
            <Icon name="team" size={32} />
            <span className="ot-door__title">Set up a new team</span>
            <span className="ot-door__words">
              An empty, encrypted record for your team on this device. Takes about two minutes.
            </span>
          </button>
        </div>
      )}
      {failure !== undefined && <Callout tone="urgent" live title={failure.message} />}
    </EntryPage>
  );
}
