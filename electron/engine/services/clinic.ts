import type { clinic as contract } from '../../../shared/contract/clinic.ts';
import type { Behaviour } from '../../../shared/contract/contact-entry.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { relationTo } from '../relationship.ts';
import { attendanceOf, behaviourOf, goalRatingsOf, practicesOf } from '../store/clinic.ts';
import { unknownWorker, workersById } from '../store/colleagues.ts';
import { lastBehaviour } from '../store/contacts.ts';
import { diaryContacts } from '../store/diary.ts';
import { parseJson } from '../store/person-columns.ts';
import { watchLists } from './clinic-watch.ts';
import { colleaguesOf, contactPersonOf } from './contact-prepare.ts';

export const clinic: Services<typeof contract> = {
  'clinic.open': (context, { workerId }) => {
    const { read, session, today } = context;
    const leads = session.roles.includes('lead');
    const behaviourists = leads ? colleaguesOf(read, session, today).filter(({ job }) => job === 'behaviourist') : [];
    const whose = workerId ?? session.workerId;
    const own = whose === session.workerId;
    if (!own && !behaviourists.some(({ id }) => id === whose))
      throw new AppError('not-allowed', 'You can open the clinics of behaviourists of your own teams only.');
    return {
      worker: workersById(read, [whose]).get(whose) ?? unknownWorker(whose),
      behaviourists,
      practices: appointmentsOf(context, whose),
      ...watchLists(context, whose, own ? null : session.neighbourhoods),
    };
  },
  'clinic.person': ({ read }, { personId }) => {
    const sessions = behaviourOf(read, personId).map(({ id, starts_at, behaviour }) => ({
      contactId: id,
      at: starts_at,
      behaviour: JSON.parse(behaviour) as Behaviour,
    }));
    const attended = attendanceOf(read, personId);
    const workers = workersById(
      read,
      attended.map(({ worker_id }) => worker_id),
    );
    return {
      rulers: sessions
        .map(({ behaviour: { readiness, importance, confidence }, ...session }) => ({
          ...session,
          readiness,
          importance,
          confidence,
        }))
        .filter(({ readiness, importance, confidence }) => (readiness ?? importance ?? confidence) !== null),
      goals: goalsOf(sessions, goalRatingsOf(read, personId)),
      attendance: attended.map(({ id, starts_at, attendance, purpose, worker_id }) => ({
        contactId: id,
        at: starts_at,
        attendance,
        purpose,
        worker: workers.get(worker_id) ?? unknownWorker(worker_id),
      })),
    };
  },
};

/** Today's appointments by practice, each with what was agreed last time. Whoever is of another team now is left out. */
function appointmentsOf(context: QueryContext, worker: string) {
  const { read, session, now, today } = context;
  const day = { worker, team: [], from: startOfDay(today), until: startOfDay(addDays(today, 1)) };
  const rows = diaryContacts(read, day).filter(({ person_id }) => relationTo(read, session, person_id, now));
  const practices = practicesOf(
    read,
    rows.map(({ person_id }) => person_id),
  );
  const byPractice = Map.groupBy(rows, ({ person_id }) => practices.get(person_id) ?? 'No practice recorded');
  return [...byPractice].map(([name, ofPractice]) => ({
    name,
    appointments: ofPractice.map((row) => ({
      contactId: row.id,
      startsAt: row.starts_at,
      minutes: row.minutes,
      attendance: row.attendance,
      purpose: row.purpose,
      person: contactPersonOf(read, row.person_id),
      last: agreedBefore(context, row.person_id),
    })),
  }));
}

function agreedBefore({ read }: QueryContext, personId: string) {
  const last = lastBehaviour(read, personId);
  const behaviour = parseJson<Behaviour>(last?.behaviour ?? null);
  if (!last || !behaviour) return null;
  return {
    at: last.starts_at,
    homework: behaviour.homework,
    confidence: behaviour.confidence,
    goals: behaviour.goals.map(({ goal }) => goal),
  };
}

/** Goals of the plan and those rated at contacts, by their words; a rating that a contact made for the plan counts once. */
function goalsOf(
  sessions: readonly { contactId: string; at: string; behaviour: Behaviour }[],
  ratings: ReturnType<typeof goalRatingsOf>,
) {
  const rated = ratings.map(({ id, words, rated_at, rating }) => ({ id, goal: words, at: rated_at, rating }));
  const counted = new Set(ratings.map(({ contact_id, words }) => `${contact_id} ${words}`));
  const atContacts = sessions.flatMap(({ contactId, at, behaviour }) =>
    behaviour.goals
      .filter(({ goal }) => !counted.has(`${contactId} ${goal}`))
      .map(({ goal, rating }, index) => ({ id: `${contactId}-${index}`, goal, at, rating })),
  );
  const byGoal = Map.groupBy([...rated, ...atContacts], ({ goal }) => goal);
  return [...byGoal].map(([goal, all]) => ({
    goal,
    ratings: all.map(({ id, at, rating }) => ({ id, at, rating })).sort((a, b) => (a.at < b.at ? -1 : 1)),
  }));
}
