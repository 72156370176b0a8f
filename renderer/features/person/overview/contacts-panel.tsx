import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { AgoText, InstantText } from '../../../components/dates.tsx';
import { Panel } from '../../../components/panel.tsx';
import { plugs } from '../../../plugs.ts';
import { openPanel } from '../../frame/panels.ts';

type Brief = NonNullable<PersonPageView['lastContact']>;

function ContactLine({
  term,
  contact,
  none,
}: {
  readonly term: string;
  readonly contact: Brief | null;
  readonly none: string;
}) {
  return (
    <div className="ot-person-contact">
      <dt>{term}</dt>
      <dd>
        {contact === null ? (
          <span className="ot-muted">{none}</span>
        ) : (
          <>
            <b>
              <AgoText value={contact.at} />
            </b>{' '}
            <span className="ot-muted">
              <InstantText value={contact.at} />
            </span>
            <span className="ot-person-because">
              {wordOf('consultation-mechanism', contact.mechanism)}, {contact.worker.name},{' '}
              {contact.worker.organisation}
            </span>
            {plugs.panels.contact !== undefined && (
              <button
                className="ot-link-button"
                type="button"
                onClick={() => openPanel('contact', { contactId: contact.id })}
              >
                Open<span className="nhsuk-u-visually-hidden"> the {term.toLowerCase()}</span>
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

/** When somebody last saw the person, and when somebody will. */
export function ContactsPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <Panel title="Contacts">
      <dl className="ot-person-contacts">
        <ContactLine term="Last contact" contact={person.lastContact} none="Nobody has reached the person yet" />
        <ContactLine term="Next contact" contact={person.nextContact} none="Nothing is planned" />
      </dl>
    </Panel>
  );
}
