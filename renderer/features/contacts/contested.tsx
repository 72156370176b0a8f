import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { InstantText } from '../../components/dates.tsx';
import { toast } from '../../components/toast.ts';
import type { OpenedContact } from './contact-panel.tsx';
import { fieldLabel, fieldWords } from './field-words.ts';

interface ContestedProps {
  readonly personId: string;
  readonly contactId: string;
  readonly contested: OpenedContact['contested'];
}

/** Fields that were changed in two places at once: both values stand until somebody chooses. */
export function Contested({ personId, contactId, contested }: ContestedProps) {
  const { tell, telling } = useTell('people.resolveConflict', {
    onDone: () => toast({ message: 'Settled. The other value stays in the history.' }),
  });
  return contested.map(({ field, column, values }) => (
    <Callout key={field} tone="warning" title={`${fieldLabel(field)} was changed in two places at once`}>
      <ul className="ot-contact__values">
        {values.map(({ change, value, at, by }, index) => (
          <li key={change}>
            <p>{fieldWords(field, value)}</p>
            <p className="ot-muted">
              {by}, <InstantText value={at} />
              {index === 0 && ', shown meanwhile'}
            </p>
            <Button
              size="small"
              busy={telling}
              onClick={() => void tell({ personId, entity: 'contacts', row: contactId, field: column, keep: change })}
            >
              Keep this one
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  ));
}
