import { formatDuration } from '../../../shared/domain/british-date.ts';
import { useRunningJobs } from '../../client/jobs.ts';
import { useLink, useOnline } from '../../client/link.ts';
import { useAsk } from '../../client/queries.ts';
import { useSessionState } from '../../client/session.ts';
import { AgoText } from '../../components/dates.tsx';
import { Icon } from '../../components/icon.tsx';

/** What is true of this machine now. Always in sight; changes are spoken. */
export function StatusBar() {
  const link = useLink();
  const online = useOnline();
  const jobs = useRunningJobs();
  const lastBackup = useAsk('backups.list', {}).data?.backups[0];
  const clockBehind = useSessionState().data?.clockBehindMinutes ?? null;
  const lost = link === 'lost';
  return (
    <section className="ot-status" aria-label="Status">
      <div className="ot-status__spoken" role="status">
        {lost ? (
          <span className="ot-status__item ot-status__item--bad">
            <Icon name="error" size={16} />
            OneTeam is not answering. What was saved is safe; trying again.
          </span>
        ) : (
          <span className="ot-status__item">
            <Icon name={online ? 'online' : 'offline'} size={16} />
            {online ? 'Online' : 'Offline: everything works, and is saved on this device'}
          </span>
        )}
      </div>
      <span className="ot-status__item">
        <Icon name="backup" size={16} />
        {lastBackup === undefined ? (
          'No backup yet'
        ) : (
          <span>
            Backed up <AgoText value={lastBackup.madeAt} />
          </span>
        )}
      </span>
      {clockBehind !== null && (
        <span className="ot-status__item ot-status__item--bad" role="status">
          <Icon name="error" size={16} />
          This computer's clock is {formatDuration(clockBehind)} behind the newest entry. Check the date and time.
        </span>
      )}
      <span className="ot-status__space" />
      {jobs.map(({ id, title, done, total, unit }) => (
        <span className="ot-status__item" key={id}>
          <progress
            className="ot-status__progress"
            aria-label={title}
            {...(total !== null && { value: done, max: Math.max(total, 1) })}
          />
          {title}: {done.toLocaleString('en-GB')} {total !== null && `of ${total.toLocaleString('en-GB')} `}
          {unit}
        </span>
      ))}
    </section>
  );
}
