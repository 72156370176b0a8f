import type { endpoints } from '../../shared/contract/index.ts';
import type { Services } from './context.ts';
import { backups } from './services/backups.ts';
import { caseload } from './services/caseload.ts';
import { cases } from './services/cases.ts';
import { contacts } from './services/contacts.ts';
import { demo } from './services/demo.ts';
import { diary } from './services/diary.ts';
import { drafts } from './services/drafts.ts';
import { oversight } from './services/oversight.ts';
import { session } from './services/session.ts';
import { team } from './services/team.ts';
import { today } from './services/today.ts';
import { transfers } from './services/transfers.ts';
import { views } from './services/views.ts';

/** Every endpoint's service. Leaving one out, or adding one without an endpoint, does not compile. */
export const services = {
  ...session,
  ...demo,
  ...caseload,
  ...cases,
  ...transfers,
  ...today,
  ...views,
  ...team,
  ...contacts,
  ...diary,
  ...drafts,
  ...backups,
  ...oversight,
} satisfies Services<typeof endpoints>;
