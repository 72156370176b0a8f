import type { TimelineEntry } from '../../../../shared/contract/person-page.ts';
import { wordOf } from '../../../../shared/domain/person-words.ts';
import { Tag } from '../../../components/tag.tsx';
import type { TimelineItem } from '../../../components/timeline.tsx';
import type { Tone } from '../../../components/tone.ts';
import { plugs } from '../../../plugs.ts';
import { outcomeOf } from '../../contacts/words.ts';
import { openPanel } from '../../frame/panels.ts';

const kindTone: Readonly<Record<TimelineEntry['kind'], Tone>> = {
  contact: 'blue',
  task: 'green',
  case: 'green',
  role: 'aqua',
  transfer: 'aqua',
  flag: 'purple',
  condition: 'orange',
  segment: 'grey',
  sharing: 'yellow',
  plan: 'green',
  goal: 'blue',
  pathway: 'aqua',
  check: 'pink',
  assessment: 'pink',
  score: 'pink',
  stay: 'pink',
  telehealth: 'aqua',
  feedback: 'yellow',
};

function ContactMarks({ contact }: { readonly contact: NonNullable<TimelineEntry['contact']> }) {
  const outcome = outcomeOf(contact.attendance);
  return (
    <>
      <Tag tone={outcome.tone}>{outcome.words}</Tag>
      {contact.voided && <Tag tone="red">Voided</Tag>}
      {contact.group !== null && <Tag tone="grey">Group: {contact.group}</Tag>}
    </>
  );
}

function ContactTitle({ entry }: { readonly entry: TimelineEntry }) {
  const { contact } = entry;
  if (contact === null) return entry.title;
  // The tag says how it went.
  const title = wordOf('consultation-mechanism', contact.mechanism);
  const opens = plugs.panels.contact !== undefined;
  return (
    <span className="ot-person-entry">
      {opens ? (
        <button
          className="ot-link-button"
          type="button"
          onClick={() => openPanel('contact', { contactId: contact.id })}
        >
          {title}
        </button>
      ) : (
        title
      )}
      <ContactMarks contact={contact} />
    </span>
  );
}

/** An entry of the person's timeline as the timeline shows it: who, of which organisation, and what. */
export function timelineItem(entry: TimelineEntry): TimelineItem {
  const { id, at, worker, organisation, detail, kind, contact } = entry;
  const source = [worker?.name, organisation ?? worker?.organisation].filter(Boolean).join(', ');
  return {
    id,
    at,
    title: <ContactTitle entry={entry} />,
    tone: contact?.voided === true ? 'grey' : kindTone[kind],
    ...(source !== '' && { source }),
    ...(detail !== null && { body: <p className="ot-person-note">{detail}</p> }),
  };
}
