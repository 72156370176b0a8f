import type { z } from 'zod';
import type { contacts as contract } from '../../../shared/contract/contacts.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import { isSuccessful } from '../../../shared/domain/contact-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { type ContactFields, columnsOf, newContact, patched } from '../store/contact-columns.ts';
import { openCasesOf } from '../store/contacts.ts';
import { dropDraft } from '../store/drafts.ts';
import {
  contactProblems,
  refuse,
  requireContact,
  requirePlanned,
  requireTarget,
  requireWorkers,
} from './contact-checks.ts';
import { rememberChoices } from './contact-choices.ts';
import { openContact } from './contact-open.ts';
import { contactDraft, likelyCase, prepareContact } from './contact-prepare.ts';
import { alignRatings, requireGoals } from './contact-ratings.ts';
import { undoContacts } from './contact-undo.ts';
import { insertPlanned } from './diary.ts';

type GroupInput = z.output<(typeof contract)['contacts.logGroup']['input']>;

export const contacts: Services<typeof contract> = {
  'contacts.prepare': prepareContact,
  'contacts.open': openContact,
  'contacts.undo': undoContacts,
  'contacts.log': (context, { personId, caseId, completes, plan, ...fields }) => {
    const { read, write, journal, session, now } = context;
    const { workerId } = session;
    refuse(contactProblems(fields, now));
    const scope = requireTarget(read, personId, caseId, fields.startsAt);
    requireGoals(read, personId, fields.behaviour, 'behaviour');
    const entry = { ...fields, jointWith: requireWorkers(read, fields.jointWith, workerId, 'jointWith') };
    let contactId: string;
    if (completes) {
      contactId = completes.contactId;
      if (requirePlanned(read, contactId).person_id !== personId)
        throw new AppError('rule', 'That appointment is with somebody else. Close this entry and open it again.');
      journal.update(
        'contacts',
        contactId,
        { worker_id: workerId, case_id: caseId, ...columnsOf(entry) },
        completes.heads,
      );
    } else {
      contactId = journal.insert('contacts', newContact({ caseId, personId, workerId }, entry), scope);
    }
    alignRatings(context, contactId);
    const plannedId = plan && insertPlanned(context, { personId, caseId, workerId, scope }, plan, 'plan.');
    dropDraft(write, { worker: workerId, ...contactDraft(personId) });
    if (isSuccessful(entry.attendance)) rememberChoices(write, workerId, entry);
    return { contactId, plannedId };
  },
  'contacts.logGroup': (context, input) => {
    const { read, write, journal, session, now } = context;
    refuse(groupProblems(input, now));
    const { title, startsAt, minutes, location } = input;
    const jointWith = requireWorkers(read, input.jointWith, session.workerId, 'jointWith');
    const targets = input.people.map(({ personId }) => {
      const caseId = likelyCase(openCasesOf(read, personId), session);
      return { personId, caseId, scope: requireTarget(read, personId, caseId, startsAt) };
    });
    const { scope } = targets[0] ?? { scope: 'city' };
    const groupId = journal.insert(
      'group_sessions',
      { title, worker_id: session.workerId, starts_at: startsAt, minutes, location, note: input.note || null },
      scope,
    );
    const contactIds = targets.map((target, index) => {
      const of = { ...target, workerId: session.workerId, groupId };
      return journal.insert('contacts', newContact(of, { ...memberFields(input, index), jointWith }), target.scope);
    });
    dropDraft(write, { worker: session.workerId, kind: 'group-contact', key: 'new' });
    return { groupId, contactIds };
  },
  'contacts.amend': (context, { contactId, heads, patch }) => {
    const { read, journal, session, now } = context;
    const row = requireContact(read, contactId);
    if (row.worker_id !== session.workerId)
      throw new AppError(
        'not-allowed',
        'Only the worker who made this entry can amend it. Ask them, or log a new one.',
      );
    if (row.attendance === null)
      throw new AppError('rule', 'This contact is still planned. Move it in the diary, or record how it went.');
    refuse(contactProblems(patched(row, patch), now).map(({ path, message }) => ({ path: `patch.${path}`, message })));
    requireGoals(read, row.person_id, patch.behaviour, 'patch.behaviour');
    const checked = patch.jointWith && {
      jointWith: requireWorkers(read, patch.jointWith, session.workerId, 'patch.jointWith'),
    };
    const changed = journal.update('contacts', contactId, columnsOf({ ...patch, ...checked }), heads);
    alignRatings(context, contactId);
    return { changed };
  },
  'contacts.void': (context, { contactId, reason }) => {
    const { read, journal, session, now } = context;
    const row = requireContact(read, contactId);
    if (row.worker_id !== session.workerId && !session.roles.includes('lead'))
      throw new AppError('not-allowed', 'Only the worker who made this entry or a team lead can void it.');
    journal.update('contacts', contactId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    alignRatings(context, contactId);
    return {};
  },
};

/** What the contact of one person of a group says. */
function memberFields(input: GroupInput, index: number): ContactFields {
  const { startsAt, mechanism, location, purpose } = input;
  const member = input.people[index];
  if (!member) throw new RangeError('no such member');
  const seen = isSuccessful(member.attendance);
  return {
    startsAt,
    mechanism,
    location,
    purpose,
    attendance: member.attendance,
    cancellation: member.cancellation,
    minutes: seen ? input.minutes : null,
    subject: seen ? (codesOf('contact-subject')[0] ?? null) : null,
    consultationType: null,
    activities: seen ? input.activities : [],
    note: member.note,
    jointWith: [],
    nextDueOn: null,
    behaviour: null,
    interventions: member.interventions,
  };
}

/** Problems of the session are told once, at its own fields; problems of a person at theirs. */
function groupProblems(input: GroupInput, now: string) {
  const own = new Set(['attendance', 'cancellation.reason', 'interventions']);
  const problems = new Map<string, { path: string; message: string }>();
  const seen = new Set<string>();
  for (const [index, { personId }] of input.people.entries()) {
    const at = `people.${index}`;
    if (seen.has(personId))
      problems.set(`${at}.personId`, { path: `${at}.personId`, message: 'This person is in the list twice' });
    seen.add(personId);
    for (const { path, message } of contactProblems(memberFields(input, index), now)) {
      const full = own.has(path) ? `${at}.${path}` : path;
      problems.set(full, { path: full, message });
    }
  }
  return [...problems.values()];
}
