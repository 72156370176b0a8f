import { getRouteApi } from '@tanstack/react-router';
import type { Failure } from '../../../shared/contract/answer.ts';
import { useNow } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { usePanelSubject } from '../frame/panels.ts';
import { BreakGlassPage } from './break-glass-page.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonFrame } from './person-frame.tsx';
import { PersonNotices } from './person-notices.tsx';
import { PersonTabs } from './person-tabs.tsx';

const route = getRouteApi('/people/$personId');

/** The page of a person, or what stands in its way. */
export function PersonPage() {
  const { personId } = route.useParams();
  // Another person is another page: nothing typed or opened for one may be left over for the next.
  return <OpenPerson key={personId} personId={personId} />;
}

function OpenPerson({ personId }: { readonly personId: string }) {
  const { data, failure, again } = useAsk('people.open', { personId });
  usePanelSubject(personId);
  const now = useNow().toISOString();
  // What was opened with a reason closes by itself, also on a screen that nobody touches.
  const until = data?.relation.until ?? null;
  if (failure !== undefined) return <Closed personId={personId} failure={failure} again={again} />;
  if (until !== null && now >= until) return <BreakGlassPage personId={personId} />;
  if (data === undefined)
    return (
      <Page title="Person">
        <LoadingState label="Opening the record" />
      </Page>
    );
  return (
    <PersonFrame
      banner={data.banner}
      hasCase={data.cases.some(({ status }) => status !== 'closed')}
      actions={<PersonActions person={data} />}
      notices={<PersonNotices person={data} />}
    >
      <PersonTabs person={data} />
    </PersonFrame>
  );
}

const asksForReason = ({ code, details }: Failure): boolean =>
  code === 'outside-relationship' &&
  typeof details === 'object' &&
  details !== null &&
  'breakGlass' in details &&
  details.breakGlass === true;

interface ClosedProps {
  readonly personId: string;
  readonly failure: Failure;
  readonly again: () => void;
}

function Closed({ personId, failure, again }: ClosedProps) {
  if (asksForReason(failure)) return <BreakGlassPage personId={personId} />;
  return (
    <Page title="Person">
      {failure.code === 'not-found' ? (
        <EmptyState title="This record is not here" icon="search">
          <p>{failure.message}</p>
          <ButtonLink to="/people">Go to People</ButtonLink>
        </EmptyState>
      ) : (
        <ErrorState failure={failure} again={again} />
      )}
    </Page>
  );
}
