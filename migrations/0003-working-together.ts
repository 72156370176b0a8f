import { type Kysely, sql } from 'kysely';
import { directory } from './0003-working-together/directory.ts';
import { discharges } from './0003-working-together/discharges.ts';
import { meetings } from './0003-working-together/meetings.ts';
import { referrals } from './0003-working-together/referrals.ts';
import { safeguarding } from './0003-working-together/safeguarding.ts';

/** Working with others: the directory, referrals, meetings, safeguarding, discharge lists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...directory, ...referrals, ...meetings, ...safeguarding, ...discharges])
    await sql.raw(statement).execute(db);
}
