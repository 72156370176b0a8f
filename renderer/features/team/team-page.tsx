import { useMemo, useState } from 'react';
import { roles, roleWords } from '../../../shared/domain/permissions.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { rowsOf } from '../../components/row-window.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { AddWorkerPanel } from './add-worker-panel.tsx';
import { teamRoute } from './routes.tsx';
import { teamColumns } from './team-columns.tsx';
import { onlyOptions, type StaffList, teamView, workersOf } from './team-view.ts';

/** Everybody of the team: what they belong to, and who can sign in here. */
export function TeamPage() {
  return useMay('team.write') ? (
    <Team />
  ) : (
    <Page title="Team">
      <NoPermission what="The team is looked after by team leads and administrators." />
    </Page>
  );
}

function Team() {
  const asked = useAsk('staff.list', {});
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Team"
      lead="Workers of all organisations who look after people here, and who of them can sign in on this device."
      fill
      actions={
        <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
          Add a worker
        </Button>
      }
    >
      <Loaded asked={asked} loading="Reading the team">
        {(list) => (
          <>
            <TeamTable list={list} />
            <AddWorkerPanel open={adding} list={list} onClose={() => setAdding(false)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function TeamTable({ list }: { readonly list: StaffList }) {
  const view = teamRoute.useSearch();
  const navigate = teamRoute.useNavigate();
  const today = useToday();
  const access = useAsk('staff.access', {}).data?.workerIds;
  const columns = useMemo(() => teamColumns(list, new Set(access), today), [list, access, today]);
  const workers = useMemo(() => workersOf(list.workers, view, today), [list, view, today]);
  const show = (next: unknown) => void navigate({ search: teamView.parse(next), replace: true });
  const chips = [
    { key: 'role', label: view.role && roleWords[view.role] },
    { key: 'neighbourhood', label: list.neighbourhoods.find(({ id }) => id === view.neighbourhood)?.name },
    { key: 'only', label: onlyOptions.find(({ value }) => value === view.only)?.label },
  ].flatMap(({ key, label }) =>
    label === undefined ? [] : [{ id: key, label, onRemove: () => show({ ...view, [key]: undefined }) }],
  );
  return (
    <>
      <div className="ot-team__filters">
        <FilterBar>
          <SearchBox
            label="Find a worker"
            value={view.q ?? ''}
            onChange={(q) => show({ ...view, q: q === '' ? undefined : q })}
          />
          <FilterSelect
            label="Role"
            any="Any role"
            options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
            chosen={view.role ?? ''}
            onChange={(role) => show({ ...view, role: role || undefined })}
          />
          <FilterSelect
            label="Neighbourhood"
            any="Any neighbourhood"
            options={list.neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={view.neighbourhood ?? ''}
            onChange={(neighbourhood) => show({ ...view, neighbourhood: neighbourhood || undefined })}
          />
          <FilterSelect
            label="Only"
            any="Everybody"
            options={onlyOptions}
            chosen={view.only ?? ''}
            onChange={(only) => show({ ...view, only: only || undefined })}
          />
          <span className="ot-muted" role="status">
            {formatCount(workers.length, 'worker')}
          </span>
        </FilterBar>
        <FilterChips chips={chips} onClear={() => show({ q: view.q })} />
      </div>
      <DataTable
        label="Team"
        rows={rowsOf(workers, JSON.stringify(view))}
        rowId={({ id }) => id}
        columns={columns}
        rowHeight={56}
        height="page"
        onOpen={({ id }) => void navigate({ to: '/team/$workerId', params: { workerId: id } })}
        empty={<EmptyState title="Nobody fits these filters" icon="team" />}
      />
    </>
  );
}
