import { Link } from '@tanstack/react-router';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { Callout } from '../../components/callout.tsx';
import { formatTime } from '../../components/format.ts';

/** Remarks about the record as a whole: merged, registered in error, open with a reason, alerts for whoever visits. */
export function PersonNotices({ person }: { readonly person: PersonPageView }) {
  const { banner, relation, conflicts } = person;
  const alerts = banner.flags.filter(({ alert, endedOn }) => alert && endedOn === null);
  return (
    <>
      {banner.mergedInto !== null && (
        <Callout tone="warning" title="This record was merged into another one of the same person">
          <p>Nothing new is recorded here.</p>
          <p>
            <Link to="/people/$personId" params={{ personId: banner.mergedInto }}>
              Open the record that counts
            </Link>
          </p>
        </Callout>
      )}
      {banner.voided !== null && (
        <Callout tone="warning" title="Registered in error">
          <p>
            {banner.voided.by}, {formatInstant(banner.voided.at)}: {banner.voided.reason}
          </p>
        </Callout>
      )}
      {relation.kind === 'break-glass' && relation.until !== null && (
        <Callout
          tone="warning"
          title={`You opened this record with a reason. It closes at ${formatTime(relation.until)}.`}
        >
          <p>The person is looked after by the {banner.neighbourhood.name} team, whose lead sees what you do here.</p>
        </Callout>
      )}
      {alerts.map(({ id, reason }) => (
        <Callout key={id} tone="urgent" title="Risk to staff: read this before visiting">
          <p>{reason ?? 'No reason was recorded. Ask the care coordinator before visiting.'}</p>
        </Callout>
      ))}
      {conflicts.length > 0 && (
        <Callout
          tone="warning"
          title={
            conflicts.length === 1
              ? `Two people changed “${conflicts[0]?.label}” at the same time`
              : `${conflicts.length} entries were changed by two people at the same time`
          }
        >
          <p>Both values are kept until somebody chooses.</p>
          <p>
            <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'details' }}>
              Choose in Details
            </Link>
          </p>
        </Callout>
      )}
    </>
  );
}
