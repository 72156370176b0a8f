import { useState } from 'react';
import type { VersionView } from '../../../shared/contract/plan-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { planStatusLabel } from '../../../shared/domain/plan-status.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import type { PlanPanelProps } from './plan-tab.tsx';
import { VersionReader } from './version-reader.tsx';

/** Every version, who agreed it, and what changed from one to the next. */
export function VersionsPanel({ page }: PlanPanelProps) {
  const [reading, setReading] = useState<VersionView | null>(null);
  if (page.versions.length === 0) return null;
  return (
    <Panel title="Versions" count={page.versions.length}>
      <ul className="ot-plan-list">
        {page.versions.map((version) => (
          <li className="ot-plan-item" key={version.id}>
            <div className="ot-plan-item__words">
              <p className="ot-plan-item__facts">
                <b>Version {version.version}</b>
                <Tag tone={version.status === 'agreed' ? 'green' : version.status === 'superseded' ? 'grey' : 'blue'}>
                  {planStatusLabel(version.status)}
                </Tag>
                <span>{versionWords(version)}</span>
              </p>
              {version.copies.map(({ id, givenOn, givenTo, format, by }) => (
                <p className="ot-person-because" key={id}>
                  Copy given {formatDate(givenOn)} to {givenTo} ({wordOf('plan-copy-format', format).toLowerCase()}) by{' '}
                  {by}
                </p>
              ))}
            </div>
            {version.agreement !== null && (
              <div className="ot-plan-item__actions">
                <Button look="quiet" size="small" onClick={() => setReading(version)}>
                  Read and compare<span className="nhsuk-u-visually-hidden"> version {version.version}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {reading !== null && (
        <Dialog
          open
          width="wide"
          title={`Version ${reading.version} of the care plan`}
          onClose={() => setReading(null)}
        >
          <VersionReader
            version={reading}
            others={page.versions.filter(({ id, agreement }) => id !== reading.id && agreement !== null)}
          />
        </Dialog>
      )}
    </Panel>
  );
}

const versionWords = ({ agreement, startedOn, startedBy }: VersionView): string =>
  agreement === null
    ? `begun ${formatDate(startedOn)} by ${startedBy}`
    : `agreed ${formatDate(agreement.on)} with ${agreement.with.map((code) => wordOf('care-plan-agreement', code).toLowerCase()).join('; ')}`;
