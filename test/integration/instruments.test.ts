import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { device } from './store-fixture.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const phq = (item9: number, others = 1) =>
  Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`q${at + 1}`, at === 8 ? item9 : others]));
const sitting = (more: Partial<InputOf<'instruments.record'>> = {}): InputOf<'instruments.record'> => ({
  personId: team.joan,
  instrument: 'phq-9',
  takenAt: '2026-11-20T09:30:00.000Z',
  answers: phq(0),
  ...more,
});
const stored = () => team.store.query(sqlBuilder.selectFrom('instrument_results').selectAll().orderBy('id'));
const tasks = () => team.store.query(sqlBuilder.selectFrom('tasks').selectAll().orderBy('id'));

test('answers, version and score are kept apart; lists show score and band and no answer', async () => {
  const { resultId, score, band, taskId } = await team.ask('instruments.record', sitting({ note: 'At the practice' }));
  expect({ score, band, taskId }).toEqual({ score: 8, band: 'Mild', taskId: null });
  expect(stored()).toMatchObject([
    { id: resultId, instrument: 'phq-9', version: '1', score: 8, band: 'Mild', alert: null, case_id: team.joansCase },
  ]);
  const { results } = await team.ask('instruments.open', { personId: team.joan });
  expect(results).toEqual([
    {
      id: resultId,
      instrument: 'phq-9',
      version: '1',
      takenAt: '2026-11-20T09:30:00.000Z',
      takenBy: expect.objectContaining({ name: 'Cora Coordinator', organisation: 'Example Trust' }),
      score: 8,
      band: 'Mild',
      figures: { score: 8 },
      safety: 'none',
    },
  ]);
  expect((await team.ask('instruments.result', { resultId })).answers).toEqual(phq(0));
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['score'] });
  expect(entries).toMatchObject([{ title: 'PHQ-9 8, mild', detail: 'Patient Health Questionnaire, nine items' }]);
});

test.each([
  ['an item missing', { answers: { ...phq(0), q4: undefined } }, 'bad-input', ['answers.q4']],
  ['a value that no answer has', { answers: { ...phq(0), q4: 4 } }, 'bad-input', ['answers.q4']],
  ['an item that it does not have', { answers: { ...phq(0), q10: 1 } }, 'bad-input', ['answers.q10']],
  ['a day ahead', { takenAt: '2026-11-21T09:30:00.000Z' }, 'bad-input', ['takenAt']],
  ['a safety note that nothing asks for', { safety: 'Talked' }, 'bad-input', ['safety']],
  ['an instrument that nobody knows', { instrument: 'abc-1' }, 'bad-input', ['instrument']],
  ['what only an import brings', { instrument: 'efi', answers: { score: 0.2 } }, 'rule', null],
] as const)('%s is refused at its field, and nothing is kept', async (_, more, code, paths) => {
  const { answers, ...rest } = more as Partial<InputOf<'instruments.record'>>;
  const clean = answers && Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  const refused = await team.refusal('instruments.record', sitting({ ...rest, ...(clean && { answers: clean }) }));
  expect(refused.code).toBe(code);
  if (paths) expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect(stored()).toEqual([]);
});

test('item 9 above 0 left for later is an urgent task for today that names nothing; recording ends it', async () => {
  const { resultId, score, taskId } = await team.ask('instruments.record', sitting({ answers: phq(1, 0) }));
  expect(score).toBe(1);
  expect(tasks()).toMatchObject([
    {
      id: taskId,
      owner_id: team.ids.coordinator,
      priority: 'urgent',
      due_on: '2026-11-20',
      origin_kind: 'safety',
      origin_id: resultId,
      words: 'Safety follow-up after an assessment',
      status: 'open',
    },
  ]);
  expect((await team.ask('instruments.open', { personId: team.joan })).results).toMatchObject([{ safety: 'due' }]);
  const { heads } = await team.ask('instruments.result', { resultId });
  await team.ask('instruments.recordSafety', {
    resultId,
    heads,
    note: 'Talked about plans: none. Sister stays tonight.',
  });
  expect(tasks()).toMatchObject([{ status: 'done' }]);
  const opened = await team.ask('instruments.result', { resultId });
  expect(opened).toMatchObject({
    alert: 'q9',
    safety: [{ by: 'Cora Coordinator', note: 'Talked about plans: none. Sister stays tonight.' }],
  });
});

test('safety recorded with the sitting makes no task; where no answer asks for it, it cannot be recorded', async () => {
  const { taskId } = await team.ask('instruments.record', sitting({ answers: phq(2), safety: 'Crisis team rung' }));
  expect(taskId).toBeNull();
  expect(tasks()).toEqual([]);
  const { resultId } = await team.ask('instruments.record', sitting());
  const { heads } = await team.ask('instruments.result', { resultId });
  expect((await team.refusal('instruments.recordSafety', { resultId, heads, note: 'x' })).code).toBe('rule');
});

test('what two devices recorded for safety at once stands side by side', async () => {
  const { resultId } = await team.ask('instruments.record', sitting({ answers: phq(1) }));
  const { heads } = await team.ask('instruments.result', { resultId });
  await team.ask('instruments.recordSafety', { resultId, heads, note: 'Rang the GP' });
  team.signInAs('colleague');
  // The colleague was shown the entry before that.
  await team.ask('instruments.recordSafety', { resultId, heads, note: 'Rang the crisis team' });
  const { safety } = await team.ask('instruments.result', { resultId });
  expect(safety.map(({ note }) => note).sort()).toEqual(['Rang the GP', 'Rang the crisis team']);
  const page = await team.ask('people.open', { personId: team.joan });
  expect(JSON.stringify(page)).not.toContain('Rang the');
});

test('no answer, alert or safety note is in history, timeline, page or audit trail', async () => {
  const { resultId } = await team.ask(
    'instruments.record',
    sitting({ answers: phq(3), safety: 'Unforgettable words' }),
  );
  const history = await team.ask('people.history', { personId: team.joan });
  const labels = history.entries.flatMap(({ subject, fields }) =>
    subject === 'Score' ? fields.map(({ label }) => label) : [],
  );
  expect(labels.sort()).toEqual(['Band', 'Entered by', 'Filled in', 'Instrument', 'Score', 'Version']);
  const timeline = await team.ask('people.timeline', { personId: team.joan });
  const page = await team.ask('people.open', { personId: team.joan });
  const list = await team.ask('instruments.open', { personId: team.joan });
  const audit = team.store.query(sqlBuilder.selectFrom('audit').selectAll());
  for (const answer of [history, timeline, page, list, audit]) {
    expect(JSON.stringify(answer)).not.toMatch(/Unforgettable|q9|better off dead/);
  }
  expect(JSON.stringify(await team.ask('instruments.result', { resultId }))).toContain('Unforgettable');
});

test('voiding needs its author or a lead and a reason, takes it from lists and timeline, and cancels its task', async () => {
  const { resultId } = await team.ask('instruments.record', sitting({ answers: phq(1) }));
  team.signInAs('colleague');
  expect((await team.refusal('instruments.void', { resultId, reason: 'Wrong person' })).code).toBe('not-allowed');
  team.signInAs('lead');
  await team.ask('instruments.void', { resultId, reason: 'Wrong person' });
  expect(await team.ask('instruments.open', { personId: team.joan })).toMatchObject({ results: [], voided: 1 });
  expect(tasks()).toMatchObject([{ status: 'cancelled' }]);
  expect((await team.ask('people.timeline', { personId: team.joan, kinds: ['score'] })).entries).toEqual([]);
  expect((await team.refusal('instruments.void', { resultId, reason: 'Again' })).code).toBe('rule');
});

test('recording drops the draft of that instrument and of no other', async () => {
  for (const instrument of ['phq-9', 'gad-7'])
    await team.ask('drafts.save', { kind: 'instrument', key: `${team.joan}-${instrument}`, body: { answers: {} } });
  await team.ask('instruments.record', sitting());
  expect((await team.ask('instruments.open', { personId: team.joan })).drafts).toMatchObject([{ instrument: 'gad-7' }]);
});

test('a result of an instrument that this version does not know is listed with its stored score', async () => {
  team.write((journal) =>
    journal.insert(
      'instrument_results',
      {
        person_id: team.joan,
        instrument: 'future-1',
        version: '9',
        taken_at: team.now,
        taken_by: team.ids.lead,
        score: 3,
      },
      'n01',
    ),
  );
  expect((await team.ask('instruments.open', { personId: team.joan })).results).toMatchObject([
    { instrument: 'future-1', score: 3, figures: {} },
  ]);
});

test('J4 an assessment answer edited on two devices at once keeps both values readable on each', async () => {
  const [one, two] = [await device('A'), await device('B')];
  try {
    const row = { person_id: 'p1', domain: 'home', note: 'First', level: 1, asked_on: '2026-11-20', asked_by: 'w1' };
    const id = one.write((journal) => journal.insert('assessment_answers', row, 'n01'));
    two.receive(one.changes());
    one.write((journal) => journal.update('assessment_answers', id, { note: 'Damp in the kitchen' }));
    two.write((journal) => journal.update('assessment_answers', id, { note: 'Landlord has been rung' }));
    one.receive(two.changes());
    two.receive(one.changes());
    const heads = sqlBuilder
      .selectFrom('heads')
      .innerJoin('changes', 'changes.id', 'heads.change')
      .select(['heads.contested', 'changes.patch'])
      .where('heads.row', '=', id)
      .where('heads.field', '=', 'note');
    for (const { store } of [one, two]) {
      const values = store.query(heads).map(({ contested, patch }) => [contested, JSON.parse(patch).note]);
      expect(values.sort()).toEqual([
        [1, 'Damp in the kitchen'],
        [1, 'Landlord has been rung'],
      ]);
    }
  } finally {
    one.dispose();
    two.dispose();
  }
});
