import { useState } from 'react';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import { type ColumnTarget, isColumnTarget } from '../../../shared/domain/import-fields.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import type { Column } from '../../components/column.ts';
import { Stack } from '../../components/columns.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tone.ts';
import { ImportProgress, useImportJob } from './import-jobs.tsx';
import { ListSettings } from './list-settings.tsx';
import { takenTargets } from './target-options.ts';
import { TargetSelect } from './target-select.tsx';

type ListColumn = ImportView['columns'][number];

const sure: Readonly<Record<ListColumn['confidence'], { readonly words: string; readonly tone: Tone }>> = {
  remembered: { words: 'As last time', tone: 'green' },
  exact: { words: 'Known heading', tone: 'green' },
  close: { words: 'A guess: check it', tone: 'yellow' },
  chosen: { words: 'Chosen', tone: 'blue' },
  none: { words: 'Not known', tone: 'grey' },
};

/** What each column of the list says about a person, and where people without a known practice belong. */
export function ColumnsStep({ of, onDone }: { readonly of: ImportView; readonly onDone: () => void }) {
  const [targets, setTargets] = useState(() =>
    of.columns.map(({ target }) => (isColumnTarget(target) ? target : null)),
  );
  const [source, setSource] = useState(of.source);
  const [place, setPlace] = useState(of.neighbourhoodId ?? '');
  const preview = useTell('imports.preview', { onDone });
  const job = useImportJob();
  const choose = (index: number, target: ColumnTarget | null) =>
    setTargets((before) => before.map((was, at) => (at === index ? target : was)));
  const taken = takenTargets(targets);
  const left = targets.filter((target) => target === null).length;

  const columns: readonly Column<ListColumn>[] = [
    { id: 'header', header: 'Column of the list', rowHeader: true, cell: ({ header }) => header },
    {
      id: 'samples',
      header: 'What it holds',
      cell: ({ samples }) =>
        samples.length === 0 ? (
          <span className="ot-muted">Empty in the first rows</span>
        ) : (
          <span className="ot-import-samples">{samples.join(' · ')}</span>
        ),
    },
    {
      id: 'target',
      header: 'Goes to',
      width: 320,
      cell: ({ index, header }) => (
        <TargetSelect
          label={`Where the column ${header} goes`}
          value={targets[index] ?? null}
          taken={taken}
          onChange={(target) => choose(index, target)}
        />
      ),
    },
    {
      id: 'sure',
      header: 'How sure',
      width: 160,
      cell: (column) => {
        const { words, tone } = sure[column.target === (targets[column.index] ?? null) ? column.confidence : 'chosen'];
        return <Tag tone={tone}>{words}</Tag>;
      },
    },
  ];
  return (
    <Stack>
      {of.remembered && (
        <Callout tone="info" title="Set as in the last import of such a list">
          <p>
            A list with the same headings was imported before. Its columns and settings were taken over: look through
            them.
          </p>
        </Callout>
      )}
      <ListSettings of={of} source={source} onSource={setSource} place={place} onPlace={setPlace} />
      {of.columns.length > 0 && (
        <Panel title="Columns" count={of.columns.length} flush>
          <SimpleTable
            caption="Columns of the list"
            columns={columns}
            rows={of.columns}
            rowId={({ index }) => String(index)}
          />
        </Panel>
      )}
      {preview.failure !== undefined && preview.failure.code !== 'cancelled' && (
        <Callout tone="urgent" live title={preview.failure.message} />
      )}
      <ImportProgress />
      <div className="ot-import-deeds">
        <Button
          look="primary"
          icon="right"
          busy={preview.telling || job !== undefined}
          onClick={() =>
            void preview.tell({
              importId: of.id,
              mapping: targets,
              ...(source.trim() !== '' && { source }),
              neighbourhoodId: place === '' ? null : place,
            })
          }
        >
          Go through the list
        </Button>
        {of.state === 'preview' && <Button onClick={onDone}>Back to the preview</Button>}
        <span className="ot-muted">
          {left > 0 && `${left} of ${of.columns.length} columns are left out. `}
          Nothing is imported by this.
        </span>
      </div>
    </Stack>
  );
}
