import type { ContactView } from '../../../shared/contract/contact-entry.ts';
import { formatDate, formatDuration } from '../../../shared/domain/british-date.ts';
import { ratingWords } from '../../../shared/domain/goal-rating.ts';
import { InstantText } from '../../components/dates.tsx';
import { SummaryList, type SummaryRow } from '../../components/summary-list.tsx';
import { Tag } from '../../components/tag.tsx';
import { outcomeOf, shortFor, wordsFor } from './words.ts';

/** Everything that a contact says, in words; what does not apply to its outcome is left out. */
export function ContactFacts({ contact }: { readonly contact: ContactView }) {
  return (
    <>
      <SummaryList rows={mainRows(contact)} />
      {contact.note !== '' && <p className="ot-contact__note">{contact.note}</p>}
      {contact.interventions.length > 0 && (
        <>
          <h3 className="ot-contact__part">Brief interventions</h3>
          <SummaryList
            rows={contact.interventions.map(({ code, response }) => ({
              term: wordsFor('brief-intervention', code),
              value: wordsFor('brief-intervention-response', response),
            }))}
          />
        </>
      )}
      {contact.behaviour && (
        <>
          <h3 className="ot-contact__part">Behaviour change</h3>
          <SummaryList rows={behaviourRows(contact.behaviour)} />
        </>
      )}
    </>
  );
}

function mainRows(contact: ContactView): SummaryRow[] {
  const { attendance, minutes, location, subject, consultationType, activities, purpose, jointWith, group } = contact;
  const { words, tone } = outcomeOf(attendance);
  const given = (term: string, value: string | null | undefined): SummaryRow[] => (value ? [{ term, value }] : []);
  return [
    { term: 'When', value: <InstantText value={contact.startsAt} /> },
    {
      term: 'How',
      value: (
        <>
          {wordsFor('consultation-mechanism', contact.mechanism)} <Tag tone={tone}>{words}</Tag>
        </>
      ),
    },
    ...given('Why cancelled', contact.cancellation && wordsFor('cancellation-reason', contact.cancellation.reason)),
    ...given('How long', minutes === null ? null : formatDuration(minutes)),
    ...given('Where', location && wordsFor('activity-location', location)),
    ...given('Who was seen', subject && wordsFor('contact-subject', subject)),
    { term: 'Worker', value: `${contact.worker.name}, ${contact.worker.organisation}` },
    ...given('Joint visit with', jointWith.map(({ name }) => name).join(', ')),
    ...given('Group session', group && `${group.title}, ${group.people} people`),
    ...given('What it was for', purpose && wordsFor('contact-purpose', purpose)),
    ...given('First or follow-up', consultationType && wordsFor('consultation-type', consultationType)),
    ...given('What was done', activities.map((code) => shortFor('activity-type', code)).join(', ')),
    ...given('Next contact due by', contact.nextDueOn && formatDate(contact.nextDueOn)),
  ];
}

function behaviourRows(behaviour: NonNullable<ContactView['behaviour']>): SummaryRow[] {
  const ruler = (term: string, value: number | null): SummaryRow[] =>
    value === null ? [] : [{ term, value: `${value} of 10` }];
  return [
    ...ruler('Readiness', behaviour.readiness),
    ...ruler('Importance', behaviour.importance),
    ...ruler('Confidence', behaviour.confidence),
    ...(behaviour.stage ? [{ term: 'Stage of change', value: wordsFor('stage-of-change', behaviour.stage) }] : []),
    ...(behaviour.techniques.length > 0
      ? [
          {
            term: 'Techniques',
            value: behaviour.techniques.map((code) => wordsFor('behaviour-technique', code)).join(', '),
          },
        ]
      : []),
    ...behaviour.goals.map(({ goal, rating }, index) => ({
      term: `Goal ${index + 1}`,
      value: `${goal}: ${ratingWords(rating).toLowerCase()}`,
    })),
    ...(behaviour.homework ? [{ term: 'Until next time', value: behaviour.homework }] : []),
  ];
}
