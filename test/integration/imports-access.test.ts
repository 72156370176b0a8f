import { afterEach, beforeEach, expect, it } from 'vitest';
import { requireOpen } from '../../electron/engine/engine.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { peopleCsv } from './people-list.ts';

/** The first is of the team's neighbourhood, the second of another one. */
const [ours, theirs] = ['N82901', 'N82909'];
let team: CareTeam;

beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

/** The team's lead without the administrator's role. */
function signInAsLeadOnly(): void {
  team.signInAs('lead');
  const { session } = team.engine;
  if (session) team.engine.session = { ...session, roles: ['lead'] };
}

it('is for leads and administrators only; a refusal is audited', async () => {
  team.signInAs('lead');
  const { id } = await team.ask('imports.receive', { name: 'list.csv', bytes: peopleCsv(3, ours) });
  for (const who of ['coordinator', 'behaviourist', 'reviewer'] as const) {
    team.signInAs(who);
    expect((await team.refusal('imports.list', {})).code).toBe('not-allowed');
    expect((await team.refusal('imports.receive', { name: 'x.csv', bytes: peopleCsv(1, ours) })).code).toBe(
      'not-allowed',
    );
    for (const name of [
      'imports.open',
      'imports.preview',
      'imports.rows',
      'imports.commit',
      'imports.problems',
    ] as const)
      expect((await team.refusal(name, { importId: id })).code).toBe('not-allowed');
  }
  const refused = team.store.all(
    sqlStatement<Record<string, never>, { n: number }>("SELECT count(*) AS n FROM audit WHERE outcome = 'refused'"),
    {},
  );
  expect(refused[0]?.n).toBe(21);
});

it('takes a lead’s list in only for the own neighbourhoods', async () => {
  signInAsLeadOnly();
  const bytes = peopleCsv(10, ours, (row, at) => (at < 4 ? { ...row, 'GP practice code': theirs } : row));
  const { id, neighbourhoods } = await team.ask('imports.receive', { name: 'list.csv', bytes });
  expect(neighbourhoods).toHaveLength(1);
  const { counts } = await team.ask('imports.preview', { importId: id });
  expect(counts).toMatchObject({ create: 6, error: 4 });
  team.signInAs('lead');
  expect((await team.ask('imports.preview', { importId: id })).counts).toMatchObject({ create: 10 });
});

it('tells no more of another team’s person than name, age and neighbourhood, and lets nobody change them', async () => {
  team.write((journal) =>
    journal.update('people', team.zoe, { nhs_number: '9991001093', address: '{"lines":["7 Secret Lane"]}' }),
  );
  signInAsLeadOnly();
  const bytes = peopleCsv(1, ours, (row) => ({
    ...row,
    'NHS number': '9991001093',
    Surname: 'Instance',
    'First name': 'Zoe',
    'Date of birth': '03/04/1950',
  }));
  const { id } = await team.ask('imports.receive', { name: 'list.csv', bytes });
  await team.ask('imports.preview', { importId: id });
  const page = await team.ask('imports.rows', { importId: id, outcome: 'duplicate' });
  expect(page.rows[0]?.candidates[0]?.person).toMatchObject({ id: team.zoe, limited: true, address: null });
  expect(JSON.stringify(page)).not.toContain('Secret Lane');
  const link = { importId: id, rows: { lines: [2] }, decision: { kind: 'link', personId: team.zoe } };
  expect((await team.refusal('imports.decide', link)).code).toBe('rule');
});

it('leaves counts in the audit trail, in the same transaction as the import, and no value', async () => {
  team.signInAs('lead');
  const { id } = await team.ask('imports.receive', { name: 'list.csv', bytes: peopleCsv(5, ours) });
  await team.ask('imports.preview', { importId: id });
  await team.ask('imports.commit', { importId: id });
  await team.ask('imports.undo', { importId: id, reason: 'Wrong list' });
  const lines = requireOpen(team.engine).store.all(
    sqlStatement<{ id: string }, { action: string; fields: string | null; reason: string | null }>(
      'SELECT action, fields, reason FROM audit WHERE object = ? ORDER BY seq',
      'id',
    ),
    { id },
  );
  expect(lines.map(({ action }) => action)).toEqual([
    'import-received',
    'import-previewed',
    'import-committed',
    'import-undone',
  ]);
  expect(lines[2]?.fields).toBe('create:5,update:0,same:0,left:0');
  expect(lines[3]).toMatchObject({ fields: 'voided:5,restored:0', reason: 'Wrong list' });
});
