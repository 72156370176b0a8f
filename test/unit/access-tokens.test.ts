import { beforeEach, describe, expect, it } from 'vitest';
import { type AccessTokens, createAccessTokens } from '../../electron/browser/access-tokens.ts';

let time: number;
let tokens: AccessTokens;

beforeEach(() => {
  time = 1000;
  tokens = createAccessTokens(() => time);
});

/** Exchanges a new start token, which has to work. */
function letIn(): { cookie: string; tab: string; key: string } {
  const given = tokens.exchange(tokens.issueStart());
  if (given === null) throw new Error('the start token was refused');
  return given;
}

const prove = (headers: Record<string, string>) => tokens.prove(Object.entries(headers).flat(), 'oneteam-1');
const hasTab = (tab: string): boolean => prove({ 'x-oneteam-tab': tab }).tab;

describe('start token', () => {
  it('lets in once', () => {
    const start = tokens.issueStart();
    expect(tokens.exchange(start)).not.toBeNull();
    expect(tokens.exchange(start)).toBeNull();
  });

  it('lets in until 60 s have passed, and not after', () => {
    const early = tokens.issueStart();
    time += 60_000;
    expect(tokens.exchange(early)).not.toBeNull();
    const late = tokens.issueStart();
    time += 60_001;
    expect(tokens.exchange(late)).toBeNull();
  });

  it('takes the place of an older one', () => {
    const older = tokens.issueStart();
    const newer = tokens.issueStart();
    expect(tokens.exchange(older)).toBeNull();
    expect(tokens.exchange(newer)).not.toBeNull();
  });

  it('is not spent by a wrong guess', () => {
    const start = tokens.issueStart();
    for (const guess of ['', 'x', `${start}x`, undefined, null, {}, [start]]) expect(tokens.exchange(guess)).toBeNull();
    expect(tokens.exchange(start)).not.toBeNull();
  });

  it('ends what was let in before', () => {
    const before = letIn();
    letIn();
    const proven = prove({
      cookie: `oneteam-1=${before.cookie}`,
      'x-oneteam-tab': before.tab,
      'x-oneteam-key': before.key,
    });
    expect(proven).toStrictEqual({ cookie: false, tab: false, key: false });
  });
});

describe('secrets of a request', () => {
  it('are proven each on its own', () => {
    const { cookie, tab, key } = letIn();
    expect(prove({ Cookie: `other=1; oneteam-1=${cookie}` })).toStrictEqual({ cookie: true, tab: false, key: false });
    expect(prove({ 'X-OneTeam-Tab': tab })).toStrictEqual({ cookie: false, tab: true, key: false });
    expect(prove({ 'x-oneteam-key': key })).toStrictEqual({ cookie: false, tab: false, key: true });
  });

  it('are all different, 256 bits each', () => {
    const { cookie, tab, key } = letIn();
    const all = [cookie, tab, key, tokens.issueStart(), tokens.openTab()];
    expect(new Set(all).size).toBe(all.length);
    for (const token of all) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('prove nothing before anybody was let in', () => {
    expect(prove({ cookie: 'oneteam-1=', 'x-oneteam-tab': '', 'x-oneteam-key': '' })).toStrictEqual({
      cookie: false,
      tab: false,
      key: false,
    });
  });

  it('are not proven by a cookie sent twice, or one of another name', () => {
    const { cookie } = letIn();
    expect(prove({ cookie: `oneteam-1=${cookie}; oneteam-1=${cookie}` }).cookie).toBe(false);
    expect(prove({ cookie: `oneteam-2=${cookie}` }).cookie).toBe(false);
  });
});

describe('tab tokens', () => {
  it('stay in force while there are no more than 32', () => {
    const { tab } = letIn();
    const others = Array.from({ length: 31 }, () => tokens.openTab());
    for (const each of [tab, ...others]) expect(hasTab(each)).toBe(true);
  });

  it('end with the least recently used beyond 32, so that a tab in use outlives reloads of another', () => {
    const { tab } = letIn();
    const idle = tokens.openTab();
    for (let reload = 0; reload < 40; reload += 1) {
      expect(hasTab(tab)).toBe(true);
      tokens.openTab();
    }
    expect(hasTab(tab)).toBe(true);
    expect(hasTab(idle)).toBe(false);
  });
});
