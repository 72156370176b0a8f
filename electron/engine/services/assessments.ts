import type { AnswerView, assessments as contract } from '../../../shared/contract/assessments.ts';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services, Session } from '../context.ts';
import { type AnswerRow, answersOfPerson, findAnswer } from '../store/assessments.ts';
import { unknownWorker, workersById } from '../store/colleagues.ts';
import { dropDraft, findDraft } from '../store/drafts.ts';
import { refuse } from './contact-checks.ts';
import { contactPersonOf } from './contact-prepare.ts';
import { currentPerson } from './current-person.ts';

/** The unfinished entry of a worker for a person. */
const draftOf = (worker: string, personId: string) => ({ worker, kind: 'assessment', key: personId });

export const assessments: Services<typeof contract> = {
  'assessments.open': ({ read, session }, { personId }) => {
    const rows = answersOfPerson(read, personId);
    const workers = workersById(
      read,
      rows.map(({ asked_by }) => asked_by),
    );
    const byDomain = Map.groupBy(rows, ({ domain }) => domain);
    return {
      person: contactPersonOf(read, personId),
      domains: codesOf('life-domain').map((domain) => {
        const [current, ...earlier] = (byDomain.get(domain) ?? []).map((row) =>
          answerView(row, (id) => workers.get(id) ?? unknownWorker(id), session),
        );
        return { domain, current: current ?? null, earlier };
      }),
      draft: findDraft(read, draftOf(session.workerId, personId)),
    };
  },
  'assessments.save': ({ read, write, journal, session, today }, { personId, askedOn, answers }) => {
    const person = currentPerson(read, personId);
    if (askedOn > today) refuse([{ path: 'askedOn', message: 'Enter when it was asked: today or earlier' }]);
    refuse(
      answers.flatMap((answer, at) => {
        const path = `answers.${at}.domain`;
        if (answers.some(({ domain }, before) => before < at && domain === answer.domain))
          return [{ path, message: 'This life domain is answered twice' }];
        const { strengths, level, helps, note } = answer;
        const said = level !== null || [strengths, helps, note].some((text) => text !== '');
        return said ? [] : [{ path, message: 'Say something about this life domain, or leave it as it is' }];
      }),
    );
    const newest = new Map<string, AnswerRow>();
    for (const row of answersOfPerson(read, personId)) if (!newest.has(row.domain)) newest.set(row.domain, row);
    const overtaken = answers.filter(({ domain, follows }) => (newest.get(domain)?.id ?? null) !== follows);
    if (overtaken.length > 0)
      throw new AppError(
        'conflict',
        `Somebody has answered this meanwhile: ${overtaken.map(({ domain }) => wordOf('life-domain', domain)).join(', ')}. Look at their answer, then save again.`,
        { domains: overtaken.map(({ domain }) => domain) },
      );
    const answerIds = answers.map(({ domain, follows: _, level, ...texts }) =>
      journal.insert(
        'assessment_answers',
        {
          person_id: personId,
          domain,
          level,
          strengths: texts.strengths || null,
          helps: texts.helps || null,
          note: texts.note || null,
          source: texts.source || null,
          asked_on: askedOn,
          asked_by: session.workerId,
        },
        person.neighbourhood_id,
      ),
    );
    dropDraft(write, draftOf(session.workerId, personId));
    return { answerIds };
  },
  'assessments.void': ({ read, journal, session, now }, { answerIds, reason }) => {
    for (const id of answerIds) {
      const row = findAnswer(read, id);
      if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
      if (row.voided)
        throw new AppError('rule', 'This entry is void. It stays in the history, and nothing more can be changed.');
      if (!mayVoid(row, session))
        throw new AppError('not-allowed', 'Only the worker who entered this or a team lead can void it.');
      journal.update('assessment_answers', id, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    }
    return {};
  },
};

const mayVoid = ({ asked_by }: AnswerRow, session: Session): boolean =>
  asked_by === session.workerId || session.roles.includes('lead');

function answerView(row: AnswerRow, worker: (id: string) => WorkerView, session: Session): AnswerView {
  return {
    id: row.id,
    strengths: row.strengths ?? '',
    level: row.level,
    helps: row.helps ?? '',
    note: row.note ?? '',
    source: row.source ?? '',
    askedOn: row.asked_on,
    askedBy: worker(row.asked_by),
    mayVoid: mayVoid(row, session),
  };
}
