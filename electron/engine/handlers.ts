import type { endpoints } from '../../shared/contract/index.ts';
import type { Services } from './context.ts';
import { backups } from './services/backups.ts';
import { contacts } from './services/contacts.ts';
import { diary } from './services/diary.ts';
import { drafts } from './services/drafts.ts';
import { oversight } from './services/oversight.ts';
import { session } from './services/session.ts';

/** Every endpoint's service. Leaving one out, or adding one without an endpoint, does not compile. */
export const services = {
  ...session,
  ...contacts,
  ...diary,
  ...drafts,
  ...backups,
  ...oversight,
} satisfies Services<typeof endpoints>;
