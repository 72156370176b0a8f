import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';
import type { AssessmentAnswers } from './tables.ts';

/** An answer of the shared assessment as it is stored. */
export type AnswerRow = AssessmentAnswers;

const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('assessment_answers')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc'),
);
const byId = statement((q, p: { id: string }) => q.selectFrom('assessment_answers').selectAll().where('id', '=', p.id));

/** A person's answers that are not void, newest first. */
export const answersOfPerson = (read: ReadHandle, personId: string): AnswerRow[] =>
  read.all(ofPerson, { person: personId });

/** An answer, or undefined. */
export const findAnswer = (read: ReadHandle, id: string): AnswerRow | undefined => read.get(byId, { id });
