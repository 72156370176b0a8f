import { type ReactNode, useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { promptIds } from '../../../shared/domain/prompts.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Columns } from '../../components/columns.tsx';
import { formatCount, formatWeekday } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { CaseloadView } from '../caseload/caseload-view.ts';
import { TodayPrompts } from '../prompts/today-prompts.tsx';
import { TaskLines } from '../tasks/task-lines.tsx';
import { CaseLines } from './case-lines.tsx';
import { DiaryLines } from './diary-lines.tsx';
import { LeadPanel } from './lead-panel.tsx';
import { TransferLines } from './transfer-lines.tsx';
import { UnallocatedLines } from './unallocated-lines.tsx';

type Overview = OutputOf<'today.overview'>;
/** What falls due with the clock alone shows within so long. */
const pollMs = 120_000;

/** What needs the worker now. */
export function TodayPage() {
  const asked = useAsk('today.overview', {}, { pollMs });
  const { name } = useSession();
  const first = name.split(' ')[0] ?? name;
  return (
    <Page title="Today" lead={asked.data && `${formatWeekday(asked.data.date)}. ${greeting(asked.data, first)}`}>
      <Loaded asked={asked} loading="Looking for what needs you">
        {(overview) => <Groups overview={overview} />}
      </Loaded>
    </Page>
  );
}

function greeting({ openCases, overdue, dueToday, unallocated }: Overview, name: string): string {
  if (openCases === 0 && unallocated && unallocated.total > 0)
    return `${formatCount(unallocated.total, 'case')} without a coordinator, ${name}.`;
  if (openCases === 0) return `No case is yours, ${name}.`;
  const due = overdue.total + dueToday.total;
  if (due === 0) return `Nothing is overdue, ${name}.`;
  return due === 1 ? `One of your cases needs you, ${name}.` : `${due} of your ${openCases} cases need you, ${name}.`;
}

type OtherPage = 'diary' | 'tasks';

interface Group {
  readonly id: string;
  readonly title: string;
  readonly total: number;
  readonly shown: number;
  readonly tone?: 'urgent' | 'warning';
  readonly content: ReactNode;
  /** Where all of a long group are: a view of the caseload, or another page. */
  readonly all?: CaseloadView | OtherPage;
}

function Groups({ overview }: { readonly overview: Overview }) {
  const { main, side } = useMemo(() => ({ main: workOf(overview), side: besideOf(overview) }), [overview]);
  const some = [...main, ...side].some(({ total }) => total > 0);
  return (
    <div className="ot-stack">
      <Columns layout="main-side">
        <div className="ot-stack">
          {!some && (
            <EmptyState title="Nothing needs you now">
              <p>Whatever falls due, is handed over to you, or is planned for today comes up here.</p>
            </EmptyState>
          )}
          {main.map((group) => (
            <GroupPanel key={group.id} group={group} />
          ))}
        </div>
        <div className="ot-stack">
          {side.map((group) => (
            <GroupPanel key={group.id} group={group} />
          ))}
          <LeadPanel />
        </div>
      </Columns>
    </div>
  );
}

function GroupPanel({ group }: { readonly group: Group }) {
  const { title, total, shown, tone, content, all } = group;
  if (total === 0) return null;
  return (
    <Panel
      title={title}
      count={total}
      flush
      {...(tone && { tone })}
      actions={total > shown && all && <ShowAll of={all} total={total} />}
    >
      {content}
    </Panel>
  );
}

function ShowAll({ of, total }: { readonly of: CaseloadView | OtherPage; readonly total: number }) {
  const look = { look: 'quiet', size: 'small' } as const;
  if (of === 'diary' || of === 'tasks')
    return (
      <ButtonLink to={of === 'diary' ? '/diary' : '/tasks'} {...look}>
        Show all {total}
      </ButtonLink>
    );
  return (
    <ButtonLink to="/caseload" search={of} {...look}>
      Show all {total}
    </ButtonLink>
  );
}

/** The worker's own cases, the most pressing first. */
function workOf(overview: Overview): readonly Group[] {
  const group = (
    id: string,
    title: string,
    { total, rows }: Overview['overdue'],
    more: Pick<Group, 'all' | 'tone'> = {},
  ): Group => ({ id, title, total, shown: rows.length, content: <CaseLines lines={rows} />, ...more });
  const { unallocated } = overview;
  return [
    {
      id: 'to-accept',
      title: 'Handovers to accept',
      total: overview.toAccept.total,
      shown: overview.toAccept.rows.length,
      tone: 'warning',
      content: <TransferLines lines={overview.toAccept.rows} kind="answer" />,
    },
    {
      id: 'tasks',
      title: 'Tasks due',
      total: overview.tasks.total,
      shown: overview.tasks.rows.length,
      tone: 'warning',
      content: <TaskLines lines={overview.tasks.rows} />,
      all: 'tasks',
    },
    group('overdue', 'Overdue', overview.overdue, { tone: 'urgent', all: { who: 'mine', due: 'overdue' } }),
    group('today', 'Due today', overview.dueToday, { tone: 'warning', all: { who: 'mine', due: 'today' } }),
    {
      id: 'prompts',
      title: 'Prompts',
      total: overview.prompts.total,
      shown: overview.prompts.rows.length,
      content: <TodayPrompts lines={overview.prompts.rows} />,
      all: { who: 'mine', prompts: [...promptIds] },
    },
    group('missed', 'Missed twice in a row', overview.missedTwice, { all: { who: 'mine', missed: true } }),
    group('new', 'New to you', overview.newlyMine, { all: { who: 'mine', sort: 'opened', down: true } }),
    ...(unallocated
      ? [
          {
            id: 'unallocated',
            title: 'Cases without a coordinator',
            total: unallocated.total,
            shown: unallocated.rows.length,
            tone: 'warning' as const,
            content: <UnallocatedLines lines={unallocated.rows} />,
            all: { who: 'team' as const, nobody: true as const },
          },
        ]
      : []),
    group('week', 'Due in the next 7 days', overview.dueThisWeek, { all: { who: 'mine', due: 'week' } }),
  ];
}

/** Appointments, and what waits for others. */
function besideOf({ diary, withoutOutcome, declined, handBack, waiting }: Overview): readonly Group[] {
  return [
    {
      id: 'diary',
      title: 'My diary today',
      total: diary.total,
      shown: diary.rows.length,
      content: <DiaryLines lines={diary.rows} action="Log contact" timed />,
      all: 'diary',
    },
    {
      id: 'without-outcome',
      title: 'To write up',
      total: withoutOutcome.total,
      shown: withoutOutcome.rows.length,
      tone: 'warning',
      content: <DiaryLines lines={withoutOutcome.rows} action="Record outcome" />,
      all: 'diary',
    },
    {
      id: 'hand-back',
      title: 'Cover to hand back',
      total: handBack.total,
      shown: handBack.rows.length,
      content: <TransferLines lines={handBack.rows} kind="hand-back" />,
    },
    {
      id: 'declined',
      title: 'Handovers declined',
      total: declined.total,
      shown: declined.rows.length,
      tone: 'warning',
      content: <TransferLines lines={declined.rows} kind="declined" />,
    },
    {
      id: 'waiting',
      title: 'Waiting for others',
      total: waiting.total,
      shown: waiting.rows.length,
      content: <TransferLines lines={waiting.rows} kind="waiting" />,
      all: { who: 'mine', handover: true },
    },
  ];
}
