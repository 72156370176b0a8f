import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { type CaseStatus, caseStatuses, caseStatusLabel } from '../../../../shared/domain/case-status.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { useMay } from '../../../client/session.ts';
import { DateText, DueText } from '../../../components/dates.tsx';
import { Panel } from '../../../components/panel.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { Tag } from '../../../components/tag.tsx';
import type { Tone } from '../../../components/tone.ts';
import { CaseActions, OpenCase } from './case-actions.tsx';
import { CaseRoles } from './case-roles.tsx';
import { CaseTransfers } from './case-transfers.tsx';
import { ClosedCases } from './closed-cases.tsx';

export type CaseView = PersonPageView['cases'][number];

const statusTone: Readonly<Record<CaseStatus, Tone>> = {
  proposed: 'blue',
  open: 'green',
  'on-hold': 'yellow',
  closed: 'grey',
};
const asStatus = (status: string): CaseStatus | undefined => caseStatuses.find((known) => known === status);

/** The status of a case in words and colour. */
export function CaseStatusTag({ status }: { readonly status: string }) {
  const known = asStatus(status);
  return (
    <Tag tone={known === undefined ? 'grey' : statusTone[known]}>
      {known === undefined ? status : caseStatusLabel(known)}
    </Tag>
  );
}

function CaseFacts({ of }: { readonly of: CaseView }) {
  const { state, status } = of;
  return (
    <SummaryList
      columns={2}
      rows={[
        {
          term: 'Coordinator',
          value: of.coordinator === null ? <b>Nobody yet</b> : `${of.coordinator.name}, ${of.coordinator.organisation}`,
        },
        { term: 'Opened', value: <DateText value={of.openedOn} /> },
        {
          term: 'Next contact',
          value:
            of.nextDueOn === null ? (
              'Nothing is due'
            ) : (
              <>
                <DueText date={of.nextDueOn} />
                {of.nextDueSentence !== null && <span className="ot-person-because">{of.nextDueSentence}</span>}
              </>
            ),
        },
        { term: 'Came from', value: of.source === null ? null : wordOf('source-of-referral', of.source) },
        ...(status === 'on-hold'
          ? [
              {
                term: 'On hold',
                value: (
                  <>
                    {state.reason === null ? 'No reason recorded' : wordOf('hold-reason', state.reason)}
                    {state.reviewOn !== null && (
                      <>
                        , looked at again <DateText value={state.reviewOn} />
                      </>
                    )}
                    {state.note !== null && <span className="ot-person-because">{state.note}</span>}
                  </>
                ),
              },
            ]
          : []),
        { term: 'Purpose', value: of.purpose },
      ]}
    />
  );
}

/** The cases of a person: unfinished ones with their state and what can be done, closed ones folded away. */
export function CasePanel({ person }: { readonly person: PersonPageView }) {
  const unfinished = person.cases.filter(({ status }) => status !== 'closed');
  const closed = person.cases.filter(({ status }) => status === 'closed');
  const mayAct = useMay('cases.write') && person.banner.mergedInto === null && person.banner.voided === null;
  return (
    <>
      {unfinished.length === 0 && (
        <Panel title="Case" actions={mayAct && <OpenCase person={person} last={closed[0]} />}>
          <p className="ot-muted">There is no open case.</p>
          <ClosedCases cases={closed} />
        </Panel>
      )}
      {unfinished.map((each, index) => (
        <Panel
          key={each.id}
          title={
            unfinished.length > 1 || each.neighbourhood.id !== person.banner.neighbourhood.id
              ? `Case in ${each.neighbourhood.name}`
              : 'Case'
          }
        >
          <div className="ot-person-case">
            <CaseStatusTag status={each.status} />
            {mayAct && <CaseActions of={each} />}
          </div>
          <CaseFacts of={each} />
          <CaseTransfers of={each} />
          <CaseRoles of={each} mayAct={mayAct} />
          {index === unfinished.length - 1 && <ClosedCases cases={closed} />}
        </Panel>
      ))}
    </>
  );
}
