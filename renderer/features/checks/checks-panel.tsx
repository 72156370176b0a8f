import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Stack } from '../../components/columns.tsx';
import { Details } from '../../components/details.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { useMayEdit } from '../person/may-edit.ts';
import { CarerPanel } from './carer-panel.tsx';
import { CheckItem } from './check-item.tsx';

/** The checks, screenings and vaccinations of the person, and what they are as a carer. */
export function ChecksPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('checks.ofPerson', { personId: person.id });
  const may = useMay('checks.write');
  const mayWrite = useMayEdit(person) && may;
  return (
    <Loaded asked={asked} loading="Opening the checks">
      {({ checks, carer }) => {
        const forThem = checks.filter(({ eligible, entries }) => eligible || entries.length > 0);
        const others = checks.filter((check) => !forThem.includes(check));
        const item = (check: (typeof checks)[number]) => (
          <CheckItem key={check.kind} personId={person.id} check={check} mayWrite={mayWrite} />
        );
        return (
          <Stack>
            <Panel title="Checks and vaccinations">
              {forThem.length === 0 ? (
                <p className="ot-muted">Nothing on record asks for a check.</p>
              ) : (
                <ul className="ot-steps">{forThem.map(item)}</ul>
              )}
              {others.length > 0 && (
                <Details summary={`Not for this person (${others.length})`}>
                  <ul className="ot-steps">{others.map(item)}</ul>
                </Details>
              )}
            </Panel>
            <CarerPanel personId={person.id} carer={carer} mayWrite={mayWrite} />
          </Stack>
        );
      }}
    </Loaded>
  );
}
