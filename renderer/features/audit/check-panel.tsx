import { useState } from 'react';
import type { Answer } from '../../../shared/contract/answer.ts';
import { call } from '../../client/call.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Icon } from '../../components/icon.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { type Check, findingsOf } from './check-words.ts';

/** Checks the trail, the journal and the database file from end to end, and says what was found. */
export function CheckPanel() {
  const [running, setRunning] = useState(false);
  const [answer, setAnswer] = useState<Answer<Check> | null>(null);
  const run = async () => {
    setRunning(true);
    setAnswer(null);
    setAnswer(await call('store.verify', {}));
    setRunning(false);
  };
  return (
    <Panel
      title="Is it whole?"
      actions={
        <Button size="small" icon="audit" busy={running} onClick={() => void run()}>
          Check the trail
        </Button>
      }
    >
      {running ? (
        <LoadingState label="Checking every line, every row and every page. You can go on working" />
      ) : answer === null ? (
        <p className="ot-muted ot-audit__why">
          Recomputes the code of every line, builds the record anew from its journal and compares, and reads every page
          of the file. A check is itself on the trail.
        </p>
      ) : answer.ok ? (
        <CheckResult check={answer.value} />
      ) : (
        <ErrorState failure={answer.error} again={() => void run()} />
      )}
    </Panel>
  );
}

function CheckResult({ check }: { readonly check: Check }) {
  return (
    <div role="status">
      {!check.ok && (
        <Callout tone="urgent" title="Something does not hold">
          <p>
            Nothing was changed by looking. Keep this device as it is, do not restore yet, and tell whoever is in charge
            of information governance.
          </p>
        </Callout>
      )}
      <ul className="ot-audit__findings">
        {findingsOf(check).map(({ id, good, words }) => (
          <li className={good ? 'ot-audit__finding' : 'ot-audit__finding ot-audit__finding--bad'} key={id}>
            <Icon name={good ? 'done' : 'error'} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {check.mismatches.length > 0 && (
        <SimpleTable
          caption="Rows that are not what the journal says"
          showCaption
          columns={[
            { id: 'entity', header: 'Table', rowHeader: true, cell: ({ entity }) => entity },
            { id: 'row', header: 'Row', cell: ({ row }) => row },
            { id: 'fields', header: 'Fields', cell: ({ fields }) => fields.join(', ') },
          ]}
          rows={check.mismatches.slice(0, 100)}
          rowId={({ entity, row }) => `${entity} ${row}`}
        />
      )}
    </div>
  );
}
