import { Panel } from '../../components/panel.tsx';
import { SummaryList } from '../../components/summary-list.tsx';

/** What is kept for how long, and what a backup is no help against. */
export function KeptBackups({ restores }: { readonly restores: boolean }) {
  return (
    <Panel title="What is kept">
      <SummaryList
        rows={[
          { term: 'Daily', value: 'The newest of each of the last 7 days that have one' },
          { term: 'Weekly', value: 'The newest of each of the last 4 weeks' },
          { term: 'Monthly', value: 'The newest of each of the last 6 months' },
          { term: 'By hand', value: 'All of them' },
          { term: 'Before upgrades', value: 'All of them' },
        ]}
      />
      <p>
        Each opens with the passphrases that held on the day it was made. They lie on this device: if it is lost or its
        disk breaks, they are gone with it.
      </p>
      {!restores && <p className="ot-muted">Only an administrator can restore a backup.</p>}
    </Panel>
  );
}
