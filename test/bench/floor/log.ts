import { createHash } from 'node:crypto';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { CaseStatus } from '../../../shared/domain/case-status.ts';
import type { NeedTier } from '../../../shared/domain/need-tier-table.ts';
import { nextDue } from '../../../shared/domain/next-due.ts';
import type { Desk } from './desk.ts';

/** A care contact as the log panel sends it. */
export interface LoggedContact {
  readonly personId: string;
  readonly caseId: string;
  readonly startsAt: string;
  readonly attendance: '5';
  readonly mechanism: '01';
  readonly minutes: number;
  readonly subject: '01';
  readonly location: 'A01';
  readonly activities: '04'[];
  readonly purpose: 'review';
  readonly note: string;
  readonly nextDueOn: string | null;
}

interface Line {
  readonly status: CaseStatus;
  readonly tier: NeedTier;
  readonly opened_on: string;
  readonly last_contact_at: string | null;
  readonly explanation: string;
}

/** Logs a contact: its row, journal entry, caseload line, remembered command and choices, and audit line, in one durable write. */
export function logFloor(desk: Desk) {
  const { database, worker } = desk;
  const scope = database.prepare('SELECT neighbourhood_id AS scope FROM people WHERE id = ?');
  const contact = database.prepare(
    `INSERT INTO contacts (id, scope, origin, case_id, person_id, worker_id, starts_at, minutes, mechanism, attendance, subject, location,
       activities, purpose, note, joint_with, next_due_on, interventions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, '[]')`,
  );
  const change = database.prepare(
    `INSERT INTO changes (id, device, seq, scope, entity, row, patch, base, actor, command) VALUES (?, ?, ?, ?, 'contacts', ?, ?, NULL, ?, ?)`,
  );
  const line = database.prepare(
    'SELECT status, tier, opened_on, last_contact_at, explanation FROM caseload WHERE case_id = ?',
  );
  const relined = database.prepare(
    'UPDATE caseload SET last_contact_at = ?, next_due_on = ?, missed_in_row = 0, explanation = ? WHERE case_id = ?',
  );
  const command = database.prepare('INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?)');
  const choice = database.prepare(
    `INSERT INTO preferences (worker_id, name, value) VALUES (?, 'contact-choices', ?)
     ON CONFLICT (worker_id, name) DO UPDATE SET value = json_patch(value, excluded.value)`,
  );
  const undraft = database.prepare("DELETE FROM drafts WHERE worker_id = ? AND kind = 'contact' AND key = ?");
  const counted = database.prepare("UPDATE facts SET value = ? WHERE name = 'seq'");
  const fact = (name: string) =>
    String((database.prepare('SELECT value FROM facts WHERE name = ?').get(name) as { value: string }).value);
  const device = `${fact('device')}.${fact('incarnation')}`;
  let seq = Number(fact('seq'));
  return (input: LoggedContact) => {
    const now = new Date().toISOString();
    const contactId = desk.newId();
    const answer = { contactId, plannedId: null };
    desk.write(() => {
      const of = scope.get(input.personId) as { scope: string };
      const commandId = desk.newId();
      const changeId = `${desk.newId()}-${device}`;
      const { activities, attendance, location, mechanism, minutes, nextDueOn, note, purpose, startsAt, subject } =
        input;
      const listed = JSON.stringify(activities);
      const patch = {
        case_id: input.caseId,
        person_id: input.personId,
        worker_id: worker,
        activities: listed,
        joint_with: '[]',
        interventions: '[]',
        starts_at: startsAt,
        attendance,
        mechanism,
        minutes,
        subject,
        location,
        purpose,
        note,
        next_due_on: nextDueOn,
      };
      seq += 1;
      change.run(changeId, device, seq, of.scope, contactId, JSON.stringify(patch), worker, commandId);
      contact.run(
        ...[contactId, of.scope, changeId, input.caseId, input.personId, worker, startsAt, minutes, mechanism],
        ...[attendance, subject, location, listed, purpose, note, nextDueOn],
      );
      const before = line.get(input.caseId) as Line;
      const due = nextDue({
        status: before.status,
        tier: before.tier,
        openedOn: before.opened_on,
        lastSuccessfulOn: localDateOf(startsAt),
        agreedOn: nextDueOn,
        holdReviewOn: null,
      });
      const explanation = {
        ...JSON.parse(before.explanation),
        due: due && { sentence: due.sentence, basis: due.basis },
      };
      relined.run(startsAt, due?.on ?? null, JSON.stringify(explanation), input.caseId);
      undraft.run(worker, input.personId);
      choice.run(
        worker,
        JSON.stringify({ mechanism, by: { [mechanism]: { minutes, location, activities, purpose } } }),
      );
      counted.run(String(seq));
      const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
      command.run(commandId, 'contacts.log', worker, hash, JSON.stringify(answer), now);
      desk.audit('contact-logged', contactId, now);
    });
    return answer;
  };
}
