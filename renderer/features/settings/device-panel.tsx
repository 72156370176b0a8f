import { formatInstant } from '../../../shared/domain/british-date.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SummaryList } from '../../components/summary-list.tsx';

/** What this device is called where its doings are recorded, and what runs on it. */
export function DevicePanel() {
  const asked = useAsk('device.about', {});
  const backups = useAsk('backups.list', {});
  const { signedInAt } = useSession();
  return (
    <Panel title="This device">
      <Loaded asked={asked} loading="Reading about this device">
        {({ version, device, createdAt }) => (
          <SummaryList
            rows={[
              { term: 'OneTeam', value: `Version ${version}` },
              { term: 'Device in the trail', value: <span className="ot-settings__id">{device}</span> },
              { term: 'Has a record since', value: createdAt && formatInstant(createdAt) },
              {
                term: 'Last backup',
                value: backups.data?.backups[0] ? formatInstant(backups.data.backups[0].madeAt) : 'None yet',
              },
              { term: 'You signed in', value: formatInstant(signedInAt) },
            ]}
          />
        )}
      </Loaded>
      <p className="ot-muted">The device’s name is made of chance and says nothing about a person or a place.</p>
    </Panel>
  );
}
