import { Link } from '@tanstack/react-router';
import type { ImportBrief } from '../../../shared/contract/import-view.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import type { Column } from '../../components/column.ts';
import { Stack } from '../../components/columns.tsx';
import { InstantText } from '../../components/dates.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportProgress } from './import-jobs.tsx';
import { effectLine, stateWords } from './import-words.ts';
import { UndoButton } from './undo-import.tsx';

/** The lists that came in on this device: a new one, those to go on with, those that are done and can be undone. */
export function ImportsPage() {
  return useMay('imports.run') ? (
    <Imports />
  ) : (
    <Page title="Imports">
      <NoPermission what="Lists are imported by team leads and administrators." />
    </Page>
  );
}

function Imports() {
  const asked = useAsk('imports.list', {});
  return (
    <Page title="Imports" lead="Lists of people from GP practices and the council, each of which can be undone.">
      <Stack>
        <ImportProgress />
        <ChooseFile />
        <Loaded asked={asked} loading="Looking for imports">
          {({ imports }) => (
            <Panel title="On this device" count={imports.length} flush>
              <SimpleTable
                caption="Imports, newest first"
                columns={columns}
                rows={imports}
                rowId={({ id }) => id}
                empty={
                  <EmptyState title="No list has been imported yet" icon="import">
                    <p>Choose a file above. You will see what would happen to every row before anything does.</p>
                  </EmptyState>
                }
              />
            </Panel>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

const columns: readonly Column<ImportBrief>[] = [
  {
    id: 'name',
    header: 'List',
    rowHeader: true,
    cell: ({ id, name }) => (
      <Link to="/imports/$importId" params={{ importId: id }}>
        {name}
      </Link>
    ),
  },
  {
    id: 'state',
    header: 'State',
    width: 210,
    cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].words}</Tag>,
  },
  { id: 'what', header: 'What it did', cell: (row) => whatItDid(row) },
  {
    id: 'when',
    header: 'Taken in',
    width: 240,
    cell: ({ receivedAt, worker }) => (
      <>
        <InstantText value={receivedAt} />
        {worker !== null && <span className="ot-muted"> by {worker.name}</span>}
      </>
    ),
  },
  {
    id: 'undo',
    header: 'Undo',
    hideHeader: true,
    width: 120,
    cell: (row) => (row.state === 'committed' ? <UndoButton of={row} /> : null),
  },
];

function whatItDid({ state, committed, counts }: ImportBrief): string {
  if (committed !== null) return `${effectLine(committed.effect)}${state === 'undone' ? '; all of it taken back' : ''}`;
  if (state === 'received') return 'Nothing yet';
  const waiting = counts.undecided === 0 ? '' : `, ${counts.undecided.toLocaleString('en-GB')} to decide`;
  return `Nothing yet: ${counts.create.toLocaleString('en-GB')} new, ${counts.update.toLocaleString('en-GB')} updates${waiting}`;
}
