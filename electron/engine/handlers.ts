import type { endpoints } from '../../shared/contract/index.ts';
import type { Services } from './context.ts';
import { session } from './services/session.ts';

/** Every endpoint's service. Leaving one out, or adding one without an endpoint, does not compile. */
export const services = {
  ...session,
} satisfies Services<typeof endpoints>;
