import type { SessionState } from '../../client/session.ts';
import { Icon } from '../../components/icon.tsx';

interface WorkerListProps {
  readonly workers: SessionState['workers'];
  readonly busy: boolean;
  readonly onPick: (workerId: string) => void;
}

/** Who may sign in to this profile; one press each. */
export function WorkerList({ workers, busy, onPick }: WorkerListProps) {
  return (
    <ul className="ot-workers" aria-label="Workers">
      {workers.map(({ id, label, role }, index) => (
        <li key={id}>
          <button
            className="ot-worker"
            type="button"
            disabled={busy}
            data-autofocus={index === 0 ? '' : undefined}
            onClick={() => onPick(id)}
          >
            <span className="ot-worker__face">
              <Icon name="person" size={24} />
            </span>
            <span className="ot-worker__name">{label}</span>
            <span className="ot-worker__role">{role}</span>
            <Icon name="right" />
          </button>
        </li>
      ))}
    </ul>
  );
}
