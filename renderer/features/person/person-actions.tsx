import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { plugs } from '../../plugs.ts';
import { openPanel } from '../frame/panels.ts';
import { PrintMenu } from '../prints/print-menu.tsx';

/** What can be done for the person from any of the tabs. */
export function PersonActions({ person }: { readonly person: PersonPageView }) {
  const may = useMay('contacts.write');
  if (person.banner.mergedInto !== null || person.banner.voided !== null) return null;
  return (
    <>
      <PrintMenu personId={person.id} />
      {may && plugs.panels.planContact !== undefined && (
        <Button size="small" icon="calendar" onClick={() => openPanel('planContact', { personId: person.id })}>
          Plan contact
        </Button>
      )}
      {may && plugs.panels.logContact !== undefined && (
        <Button
          size="small"
          look="primary"
          icon="plus"
          onClick={() => openPanel('logContact', { personId: person.id })}
        >
          Log contact
        </Button>
      )}
    </>
  );
}
