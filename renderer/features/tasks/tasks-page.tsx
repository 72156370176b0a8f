import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { taskDues, taskStates } from '../../../shared/contract/tasks.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useRows } from '../../client/rows.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { type FilterChip, FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import type { Chosen } from '../../components/row-selection.tsx';
import { EmptyState } from '../../components/states.tsx';
import { openPanel } from '../frame/panels.ts';
import { ReassignDialog } from './reassign-dialog.tsx';
import { taskColumns } from './task-columns.tsx';
import { dueWords, stateWords, type TaskListView, taskInputOf, taskListView } from './task-view.ts';

const route = getRouteApi('/tasks');
const nothing: Chosen = new Set();
const mine: ReadonlySet<string> = new Set(['owner']);
const nobodyHidden: ReadonlySet<string> = new Set();

/** The own tasks, or the team's. */
export function TasksPage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const lead = useMay('tasks.reassign');
  const writes = useMay('tasks.write');
  const team = view.whose === 'team';
  const input = taskInputOf(view);
  const rows = useRows('tasks.list', input);
  const shown = JSON.stringify(input);
  const [choice, setChoice] = useState({ of: shown, ids: nothing });
  const selected = choice.of === shown ? choice.ids : nothing;
  const clear = () => setChoice({ of: shown, ids: nothing });
  const [giving, setGiving] = useState(false);
  const show = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ search: taskListView.parse({ ...view, ...next }), replace: true });
  const bulk = lead && team && (view.state ?? 'open') !== 'done' && view.state !== 'cancelled';
  return (
    <Page
      title="Tasks"
      lead={rows.total === undefined ? undefined : `${formatCount(rows.total, 'task')}${team ? '' : ' of yours'}`}
      fill
      actions={
        writes && (
          <Button look="primary" icon="plus" onClick={() => openPanel('task', {})}>
            Add a task
          </Button>
        )
      }
      toolbar={
        <>
          <TaskFilters view={view} onChange={show} />
          {bulk && (
            <section className="ot-selection" aria-label="Selected tasks">
              <span className="ot-selection__count" aria-live="polite">
                {selected.size === 0 ? '' : `${selected.size} selected`}
              </span>
              {selected.size > 0 && (
                <>
                  <Button size="small" icon="transfer" onClick={() => setGiving(true)}>
                    Re-assign
                  </Button>
                  <Button size="small" look="quiet" onClick={clear}>
                    Clear selection
                  </Button>
                  <ReassignDialog
                    open={giving}
                    taskIds={[...selected]}
                    onClose={() => setGiving(false)}
                    onDone={clear}
                  />
                </>
              )}
            </section>
          )}
        </>
      }
    >
      <DataTable
        label="Tasks"
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ words }) => words}
        columns={taskColumns}
        hiddenColumns={team ? nobodyHidden : mine}
        onOpen={({ id }) => openPanel('task', { taskId: id })}
        {...(bulk && { selected, onSelect: (ids: Chosen) => setChoice({ of: shown, ids }) })}
        rowTone={(task) => toneOf(task, today)}
        rowHeight={56}
        height="page"
        empty={<NothingHere view={view} onView={show} />}
      />
    </Page>
  );
}

function toneOf({ dueOn, state, priority }: TaskView, today: string): 'urgent' | 'warning' | undefined {
  if (state.status !== 'open') return undefined;
  if (dueOn !== null && dueOn < today) return 'urgent';
  return priority === 'urgent' ? 'warning' : undefined;
}

interface TaskFiltersProps {
  readonly view: TaskListView;
  readonly onChange: (next: TaskListView) => void;
}

function TaskFilters({ view, onChange }: TaskFiltersProps) {
  const workers = useAsk('cases.caseloadChoices', {}).data;
  const team = view.whose === 'team';
  const owners = [...(workers?.coordinators ?? []), ...(workers?.behaviourists ?? [])];
  const named = owners.filter(({ id }, index) => owners.findIndex((each) => each.id === id) === index);
  return (
    <>
      <FilterBar label="Filter tasks">
        <FilterSelect
          label="Whose"
          any={team ? 'The team’s tasks' : 'My tasks'}
          options={[team ? { value: 'mine', label: 'My tasks' } : { value: 'team', label: 'The team’s tasks' }]}
          chosen=""
          onChange={(next) =>
            onChange({ whose: next === 'team' ? 'team' : undefined, owner: undefined, nobody: undefined })
          }
        />
        <FilterSelect
          label="State"
          any={stateWords.open}
          options={taskStates.filter((state) => state !== 'open').map((value) => ({ value, label: stateWords[value] }))}
          chosen={view.state === undefined || view.state === 'open' ? '' : view.state}
          onChange={(next) => onChange({ state: taskStates.find((state) => state === next) })}
        />
        <FilterSelect
          label="Due"
          any="Due at any time"
          options={taskDues.map((value) => ({ value, label: dueWords[value] }))}
          chosen={view.due ?? ''}
          onChange={(next) => onChange({ due: taskDues.find((due) => due === next) })}
        />
        {team && (
          <FilterSelect
            label="Owner"
            any="Anybody’s"
            options={[
              { value: 'nobody', label: 'Nobody has taken it' },
              ...named.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            chosen={view.nobody ? 'nobody' : (view.owner ?? '')}
            onChange={(next) =>
              onChange(
                next === 'nobody'
                  ? { nobody: true, owner: undefined }
                  : { nobody: undefined, owner: next === '' ? undefined : next },
              )
            }
          />
        )}
      </FilterBar>
      <FilterChips
        chips={chipsOf(view, (id) => named.find((each) => each.id === id)?.name ?? 'Somebody else', onChange)}
        onClear={() => onChange({ state: undefined, due: undefined, owner: undefined, nobody: undefined })}
      />
    </>
  );
}

function chipsOf(
  view: TaskListView,
  nameOf: (id: string) => string,
  onChange: (next: TaskListView) => void,
): FilterChip[] {
  const { state, due, owner, nobody } = view;
  return [
    ...(state && state !== 'open'
      ? [{ id: 'state', label: stateWords[state], onRemove: () => onChange({ state: undefined }) }]
      : []),
    ...(due ? [{ id: 'due', label: dueWords[due], onRemove: () => onChange({ due: undefined }) }] : []),
    ...(nobody
      ? [{ id: 'nobody', label: 'Nobody has taken it', onRemove: () => onChange({ nobody: undefined }) }]
      : []),
    ...(owner ? [{ id: 'owner', label: nameOf(owner), onRemove: () => onChange({ owner: undefined }) }] : []),
  ];
}

function NothingHere({ view, onView }: { readonly view: TaskListView; readonly onView: (next: TaskListView) => void }) {
  const filtered = [view.state, view.due, view.owner, view.nobody].some((value) => value !== undefined);
  if (filtered)
    return (
      <EmptyState title="No task fits" icon="search">
        <Button onClick={() => onView({ state: undefined, due: undefined, owner: undefined, nobody: undefined })}>
          Clear the filters
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState title={view.whose === 'team' ? 'The team has nothing to do' : 'Nothing to do'}>
      <p>Tasks come from care plans, prompts, stays and pathways, or are added here.</p>
      {view.whose !== 'team' && <Button onClick={() => onView({ whose: 'team' })}>Show the team’s tasks</Button>}
    </EmptyState>
  );
}
