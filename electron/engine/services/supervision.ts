import type { supervision as contract } from '../../../shared/contract/supervision.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { relationTo } from '../relationship.ts';
import { unknownWorker, workersById } from '../store/colleagues.ts';
import { openCasesOf } from '../store/contacts.ts';
import { parseJson } from '../store/person-columns.ts';
import { broughtAbout, broughtBy, broughtIn, findSupervision, type SupervisionRow } from '../store/supervision.ts';
import { contactPersonOf, likelyCase } from './contact-prepare.ts';
import { currentPerson } from './current-person.ts';

interface Review {
  readonly on: string;
  readonly by: string;
  readonly note: string;
  readonly decision: string;
}

export const supervision: Services<typeof contract> = {
  'supervision.list': (context, { personId }) => {
    const { read, session, now } = context;
    const leads = session.roles.includes('lead');
    const all =
      personId !== null
        ? broughtAbout(read, personId).filter(({ brought_by }) => leads || brought_by === session.workerId)
        : leads
          ? broughtIn(read, session.neighbourhoods)
          : broughtBy(read, session.workerId);
    // Somebody who has moved on to another team is shown to that team only.
    const seen = new Map<string, boolean>();
    const rows = all.filter(({ person_id }) => {
      const known = seen.get(person_id) ?? Boolean(relationTo(read, session, person_id, now));
      seen.set(person_id, known);
      return known;
    });
    const views = viewsOf(context, rows);
    return {
      // The longest waiting first.
      waiting: views.filter(({ review }) => review === null).reverse(),
      reviewed: views.filter(({ review }) => review !== null),
    };
  },
  'supervision.bring': ({ read, journal, session, today }, { personId, question }) => {
    const person = currentPerson(read, personId);
    const caseId = likelyCase(openCasesOf(read, personId), session);
    if (caseId === null)
      throw new AppError('rule', 'This person has no open case. Open one first, then bring it to supervision.');
    const waiting = broughtAbout(read, personId).some(
      ({ review, brought_by }) => review === null && brought_by === session.workerId,
    );
    if (waiting)
      throw new AppError(
        'rule',
        'You have brought this case already, and it waits to be reviewed. Take it back to ask anew.',
      );
    const supervisionId = journal.insert(
      'supervision_cases',
      { person_id: personId, case_id: caseId, brought_by: session.workerId, brought_on: today, question },
      person.neighbourhood_id,
    );
    return { supervisionId };
  },
  'supervision.review': (context, { supervisionId, heads, decision, note }) => {
    const { journal, session, today } = context;
    const row = requireBrought(context, supervisionId);
    if (row.review !== null)
      throw new AppError(
        'conflict',
        'Somebody has already reviewed this case. Open the list again to see what they decided.',
      );
    const review: Review = { on: today, by: session.workerId, note, decision };
    journal.update('supervision_cases', supervisionId, { review: JSON.stringify(review) }, heads);
    return {};
  },
  'supervision.withdraw': (context, { supervisionId, reason }) => {
    const { journal, session, now } = context;
    const row = requireBrought(context, supervisionId);
    if (row.brought_by !== session.workerId && !session.roles.includes('lead'))
      throw new AppError('not-allowed', 'Only whoever brought this case or a team lead can take it back.');
    if (row.review !== null) throw new AppError('rule', 'This case has been reviewed. It stays in the history.');
    const voided = JSON.stringify({ by: session.workerId, at: now, reason });
    journal.update('supervision_cases', supervisionId, { voided });
    return {};
  },
};

function requireBrought({ read }: QueryContext, id: string): SupervisionRow {
  const row = findSupervision(read, id);
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  if (row.voided) throw new AppError('rule', 'This case was taken back. Nothing more can be changed.');
  return row;
}

function viewsOf({ read, session }: QueryContext, rows: readonly SupervisionRow[]) {
  const reviews = rows.map(({ review }) => parseJson<Review>(review));
  const workers = workersById(read, [
    ...rows.map(({ brought_by }) => brought_by),
    ...reviews.flatMap((review) => (review === null ? [] : [review.by])),
  ]);
  const worker = (id: string) => workers.get(id) ?? unknownWorker(id);
  const leads = session.roles.includes('lead');
  return rows.map((row, at) => {
    const review = reviews[at] ?? null;
    return {
      id: row.id,
      heads: shownHeads(read, row),
      person: contactPersonOf(read, row.person_id),
      caseId: row.case_id,
      broughtBy: worker(row.brought_by),
      broughtOn: row.brought_on,
      question: row.question,
      review: review && { ...review, by: worker(review.by).name },
      mayReview: leads && review === null,
      mayWithdraw: review === null && (leads || row.brought_by === session.workerId),
    };
  });
}
