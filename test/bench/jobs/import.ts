import { deepStrictEqual } from 'node:assert/strict';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../../electron/engine-host.ts';
import { registerCsv } from '../csv-register.ts';
import { type Desk, openDesk } from '../floor/desk.ts';
import { importFloor } from '../floor/import.ts';
import type { Job } from '../measure.ts';
import { importPeer } from '../peer/import.ts';
import { decrypted } from '../profiles.ts';
import { asking, type Signed, type World } from '../world.ts';

/** People in the list: half the register of a neighbourhood, so that a round stays short. */
const people = 25_000;
const passphrase = 'lantern orbit maple trench';
const argon = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** Import the register into the store of a new team: from the bytes of the CSV to committed, with duplicates found. */
export async function importJob(world: World): Promise<Job> {
  const bytes = registerCsv(world.desk, people);
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-bench-import-'));
  const template = join(folder, 'team');
  const workerId = await newTeam(template);
  const plain = decrypted(template, workerId, passphrase, join(folder, 'plain.db'));
  let engine: Signed | null = null;
  let desk: Desk | null = null;
  const close = async () => {
    await engine?.host.close();
    desk?.database.close();
    for (const name of ['engine', 'floor.db', 'floor.db-wal', 'floor.db-shm', 'peer'])
      rmSync(join(folder, name), { recursive: true, force: true });
  };
  const ready = async () => {
    await close();
    cpSync(template, join(folder, 'engine'), { recursive: true });
    engine = asking(await startEngine({ profile: join(folder, 'engine'), demo: false, argon }));
    await engine.ask('session.signIn', { workerId, passphrase });
    copyFileSync(plain, join(folder, 'floor.db'));
    desk = openDesk(join(folder, 'floor.db'), workerId);
  };
  const byEngine = async () => {
    if (!engine) throw new Error('the round is not ready');
    const { id: importId } = await engine.ask('imports.receive', { name: 'register.csv', bytes });
    const { counts } = await engine.ask('imports.preview', { importId });
    const { effect } = await engine.ask('imports.commit', { importId });
    return { created: effect.create, duplicates: counts.duplicate };
  };
  const byFloor = () => desk && importFloor(desk)(bytes);
  const byPeer = () => importPeer(join(folder, 'peer'), bytes);
  return {
    job: 'import the register',
    limitFloor: 4,
    limitPeer: 3,
    calls: 1,
    warmUp: 0,
    engine: byEngine,
    floor: byFloor,
    peer: world.peer && byPeer,
    before: ready,
    agree: async () => {
      const answer = await byEngine();
      deepStrictEqual(byFloor(), answer);
      if (world.peer) deepStrictEqual(await byPeer(), answer);
    },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newTeam(profile: string): Promise<string> {
  const { host, ask } = asking(await startEngine({ profile, demo: false, argon }));
  const { neighbourhoods } = await ask('session.shippedPlaces', {});
  const neighbourhoodIds = neighbourhoods.map(({ id }) => id);
  const team = { name: 'Lee Leader', organisation: 'Example Council', neighbourhoodIds, passphrase };
  const { workerId } = await ask('session.setUpTeam', team);
  await host.close();
  return workerId;
}
