import { type ComponentType, useState } from 'react';
import type { Answer } from '../../../../../shared/contract/answer.ts';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { Button } from '../../../../components/button.tsx';
import type { Column } from '../../../../components/column.ts';
import { Details } from '../../../../components/details.tsx';
import { Panel } from '../../../../components/panel.tsx';
import { SimpleTable } from '../../../../components/simple-table.tsx';
import { useMayEdit } from '../../may-edit.ts';
import { EndDialog } from './end-dialog.tsx';
import { type EntryKind, VoidDialog } from './void-dialog.tsx';

interface EntryPanelProps<Row> {
  readonly title: string;
  readonly kind: EntryKind;
  readonly person: PersonPageView;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What an entry is called in dialogs. */
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** Whether the entry no longer counts: such entries are folded away. */
  readonly isPast: (row: Row) => boolean;
  /** What the folded entries are called: "Ended", "Earlier". */
  readonly past: string;
  readonly none: string;
  readonly add: string;
  readonly Add: ComponentType<{ readonly person: PersonPageView; readonly onClose: () => void }>;
  /** Without it an entry cannot end, only be replaced. */
  readonly end?: (row: Row, endedOn: string) => Promise<Answer<unknown>>;
  /** Whether this entry can be changed from this record. */
  readonly isOwn?: (row: Row) => boolean;
}

type Asking<Row> = { readonly deed: 'add' } | { readonly deed: 'end' | 'void'; readonly row: Row };

/** Entries of one kind that a person has or had: adding, ending, taking back in place. */
export function EntryPanel<Row>(props: EntryPanelProps<Row>) {
  const { title, kind, person, rows, rowId, nameOf, columns, isPast, past, none, add, Add, end, isOwn } = props;
  const mayEdit = useMayEdit(person);
  const [asking, setAsking] = useState<Asking<Row> | null>(null);
  const close = () => setAsking(null);
  const current = rows.filter((row) => !isPast(row));
  const before = rows.filter(isPast);
  const deeds: Column<Row> = {
    id: 'deeds',
    header: 'Actions',
    hideHeader: true,
    align: 'end',
    cell: (row) => (
      <span className="ot-person-deeds">
        {end !== undefined && !isPast(row) && (
          <Button look="quiet" size="small" onClick={() => setAsking({ deed: 'end', row })}>
            End<span className="nhsuk-u-visually-hidden"> {nameOf(row)}</span>
          </Button>
        )}
        {isOwn?.(row) !== false && (
          <Button look="quiet" size="small" onClick={() => setAsking({ deed: 'void', row })}>
            In error<span className="nhsuk-u-visually-hidden">: {nameOf(row)}</span>
          </Button>
        )}
      </span>
    ),
  };
  const shown = mayEdit ? [...columns, deeds] : columns;

  return (
    <Panel
      title={title}
      flush={current.length > 0}
      actions={
        mayEdit && (
          <Button look="quiet" size="small" icon="plus" onClick={() => setAsking({ deed: 'add' })}>
            {add}
          </Button>
        )
      }
    >
      {current.length === 0 ? (
        <p className="ot-muted">{none}</p>
      ) : (
        <SimpleTable caption={title} rows={current} rowId={rowId} columns={shown} />
      )}
      {before.length > 0 && (
        <div className={current.length > 0 ? 'ot-person-past' : undefined}>
          <Details summary={`${past} (${before.length})`}>
            <SimpleTable caption={`${title}: ${past.toLowerCase()}`} rows={before} rowId={rowId} columns={shown} />
          </Details>
        </div>
      )}
      {asking?.deed === 'add' && <Add person={person} onClose={close} />}
      {asking?.deed === 'end' && end !== undefined && (
        <EndDialog what={nameOf(asking.row)} end={(endedOn) => end(asking.row, endedOn)} onClose={close} />
      )}
      {asking?.deed === 'void' && (
        <VoidDialog
          what={nameOf(asking.row)}
          personId={person.id}
          kind={kind}
          entryId={rowId(asking.row)}
          onClose={close}
        />
      )}
    </Panel>
  );
}
