import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Stack } from '../../components/columns.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMayEdit } from '../person/may-edit.ts';
import { PathwayCard } from './pathway-card.tsx';
import { StartDialog } from './start-dialog.tsx';

type OfPerson = OutputOf<'pathways.ofPerson'>;

/** The pathways of the person with all steps, and what could begin. */
export function PathwaysTab({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('pathways.ofPerson', { personId: person.id });
  const may = useMay('pathways.write');
  const mayWrite = useMayEdit(person) && may;
  return (
    <Loaded asked={asked} loading="Opening the pathways">
      {(of) => <OpenPathways of={of} mayWrite={mayWrite} coordinator={person.banner.coordinator?.id ?? ''} />}
    </Loaded>
  );
}

interface OpenPathwaysProps {
  readonly of: OfPerson;
  readonly mayWrite: boolean;
  readonly coordinator: string;
}

function OpenPathways({ of, mayWrite, coordinator }: OpenPathwaysProps) {
  const [starting, setStarting] = useState<string | null>(null);
  const mayStart = mayWrite && of.cases.length > 0 && of.available.length > 0;
  const suggested = of.available.filter(({ reasons }) => reasons.length > 0);
  return (
    <Stack>
      {mayStart && suggested.length > 0 && (
        <Panel
          title="Worth a thought"
          actions={
            <Button size="small" icon="plus" onClick={() => setStarting('')}>
              Begin a pathway
            </Button>
          }
        >
          <ul className="ot-pathway-suggestions">
            {suggested.map(({ templateId, name, reasons }) => (
              <li key={templateId}>
                <span>
                  <b>{name}</b> <span className="ot-person-because">{reasons.join('; ')}</span>
                </span>
                <Button size="small" look="quiet" onClick={() => setStarting(templateId)}>
                  Begin<span className="nhsuk-u-visually-hidden"> {name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {mayStart && suggested.length === 0 && (
        <div className="ot-person-bar">
          <Button icon="plus" onClick={() => setStarting('')}>
            Begin a pathway
          </Button>
        </div>
      )}
      {of.pathways.length === 0 && (
        <EmptyState title="No pathway has begun" icon="calendar">
          <p>
            {of.cases.length === 0
              ? 'Pathways belong to an open case.'
              : 'A pathway lists the steps that usually help, with who does them and by when.'}
          </p>
        </EmptyState>
      )}
      {of.pathways.map((pathway) => (
        <PathwayCard key={pathway.id} pathway={pathway} mayWrite={mayWrite} coordinator={coordinator} />
      ))}
      {starting !== null && <StartDialog of={of} templateId={starting} onClose={() => setStarting(null)} />}
    </Stack>
  );
}
