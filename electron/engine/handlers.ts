import type { endpoints } from '../../shared/contract/index.ts';
import type { Services } from './context.ts';
import { backups } from './services/backups.ts';
import { oversight } from './services/oversight.ts';
import { session } from './services/session.ts';

/** Every endpoint's service. Leaving one out, or adding one without an endpoint, does not compile. */
export const services = {
  ...session,
  ...backups,
  ...oversight,
} satisfies Services<typeof endpoints>;
