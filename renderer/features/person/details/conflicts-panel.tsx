import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { formatInstant } from '../../../../shared/domain/british-date.ts';
import { useTell } from '../../../client/commands.ts';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Tag } from '../../../components/tag.tsx';
import { toast } from '../../../components/toast.ts';
import { useMayEdit } from '../may-edit.ts';

type Conflict = PersonPageView['conflicts'][number];

function ConflictChoice({ person, conflict }: { readonly person: PersonPageView; readonly conflict: Conflict }) {
  const mayEdit = useMayEdit(person);
  const resolve = useTell('people.resolveConflict');
  const keep = async (change: string) => {
    const { entity, row, field } = conflict;
    const answer = await resolve.tell({ personId: person.id, entity, row, field, keep: change });
    toast(answer.ok ? { message: `${conflict.label} settled` } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <section className="ot-person-conflict" aria-label={conflict.label}>
      <h3 className="ot-person-subhead">{conflict.label}</h3>
      <ul className="ot-person-conflict__values">
        {conflict.values.map(({ change, words, by, at, device, shown }) => (
          <li className="ot-person-conflict__value" key={change}>
            <p className="ot-person-note">
              {words} {shown && <Tag tone="blue">Shown meanwhile</Tag>}
            </p>
            <p className="ot-person-because">
              {by}, {formatInstant(at)}, on {device}
            </p>
            {mayEdit && (
              <Button size="small" busy={resolve.telling} onClick={() => void keep(change)}>
                Keep this<span className="nhsuk-u-visually-hidden">: {words}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fields that two people changed at the same time: both values, and the choice between them. */
export function ConflictsPanel({ person }: { readonly person: PersonPageView }) {
  if (person.conflicts.length === 0) return null;
  return (
    <Panel title="Changed by two people at the same time" tone="warning" count={person.conflicts.length}>
      {person.conflicts.map((conflict) => (
        <ConflictChoice key={`${conflict.row} ${conflict.field}`} person={person} conflict={conflict} />
      ))}
    </Panel>
  );
}
