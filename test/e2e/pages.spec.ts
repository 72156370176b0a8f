import type { Page } from '@playwright/test';
import { type DemoRole, expect, expectAccessible, picture, signIn, test } from './app.ts';

/** The smallest laptop, and the usual one at 200 %. */
const small = [
  { width: 1280, height: 720 },
  { width: 683, height: 384 },
] as const;
const usual = { width: 1366, height: 768 };
/** The pages of the navigation that each of the demonstration's people has. */
const everyone = [
  'Today',
  'Diary',
  'Tasks',
  'Caseload',
  'People',
  'Stays',
  'Registers',
  'Care homes',
  'Feedback',
  'Data quality',
  'Settings',
  'Help',
];
const pagesOf: Readonly<Record<DemoRole, readonly string[]>> = {
  'Care coordinator': [...everyone, 'Review'],
  Behaviourist: [...everyone, 'Clinic'],
  'Team lead': [...everyone, 'Clinic', 'Imports', 'Review', 'Audit', 'Break-glass', 'Backups', 'Team'],
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const dialog = (page: Page) => page.getByRole('dialog');
const kebab = (words: string) => words.toLowerCase().replaceAll(/[^a-z]+/gu, '-');

/** Waits until a page shows what it was asked for rather than that it is looking. */
async function settled(page: Page) {
  await expect(page.locator('.ot-loading')).toHaveCount(0);
}

/** Nothing has to be scrolled sideways to be read, on a small screen and at 200 % zoom. */
async function expectNoSidewaysScroll(page: Page) {
  for (const size of small) {
    await page.setViewportSize(size);
    const over = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, main > *, dialog[open], .ot-modal__body')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((one) => `${one.tagName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`),
    );
    expect(over, `sideways at ${size.width}`).toEqual([]);
  }
  await page.setViewportSize(usual);
}

/** Looks at what is shown now: settled, both sizes, axe, small screens. */
async function look(page: Page, name: string) {
  await settled(page);
  await picture(page, name);
  await expectNoSidewaysScroll(page);
}

/** Opens something over the page, looks at it, and leaves it by Esc: the focus comes back to where it was. */
async function lookOver(page: Page, opener: ReturnType<Page['getByRole']>, name: string) {
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await look(page, name);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(opener).toBeFocused();
}

async function openFirstPerson(page: Page) {
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
}

for (const [role, names] of Object.entries(pagesOf) as [DemoRole, readonly string[]][])
  test(`every page of the ${role.toLowerCase()}: reached by its link, its heading has the focus, nothing lost when small`, async ({
    page,
    app,
  }) => {
    await app.open(page);
    await signIn(page, role);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect((await links.allInnerTexts()).toSorted()).toEqual([...names].toSorted());
    for (const name of [...names.slice(1), names[0] ?? '']) {
      await links.filter({ hasText: new RegExp(`^${name}$`) }).click();
      await expect(heading(page)).toBeFocused();
      expect(await page.title()).toMatch(/ – OneTeam$/);
      await look(page, `page-${kebab(role)}-${kebab(name)}`);
    }
  });

test('a record: every tab, and every panel and dialog over it', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openFirstPerson(page);
  await expect(heading(page)).toBeFocused();
  await look(page, 'person-overview');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await lookOver(page, button('Plan contact'), 'panel-plan-contact');
  for (const name of ['Hand over', 'Add somebody', 'Put on hold', 'Close', 'Set tier by hand'])
    await lookOver(page, button(name), `dialog-${kebab(name)}`);
  for (const tab of ['Plan', 'Assessments', 'Pathways', 'Stays and checks', 'Timeline', 'Details', 'History']) {
    await page.getByRole('tab', { name: tab }).click();
    await look(page, `person-${kebab(tab)}`);
  }
  expect(await page.title()).toBe('Person – OneTeam');
});

test('what is recorded about a person: every form of the details', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openFirstPerson(page);
  await page.getByRole('tab', { name: 'Details' }).click();
  await settled(page);
  const deeds = page.getByRole('tabpanel').getByRole('button', { name: /^(Edit|Add|Record|Set) / });
  await expect(deeds.first()).toBeVisible();
  const names = await deeds.evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
  expect(names.length).toBeGreaterThan(12);
  for (const name of names)
    await lookOver(page, page.getByRole('button', { name, exact: true }), `dialog-${kebab(name)}`);
});

test('pages that no link of the navigation leads to', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  const nav = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await nav('People');
  await page.getByRole('link', { name: 'Register a person' }).click();
  await expect(heading(page)).toBeFocused();
  await look(page, 'register');
  await nav('Help');
  await page.locator('main').getByRole('listitem').getByRole('link').first().click();
  await expect(heading(page)).toBeFocused();
  await look(page, 'help-article');
  await nav('Team');
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(heading(page)).toBeFocused();
  await look(page, 'worker');
  await nav('Review');
  await page.getByRole('link', { name: 'Compare and merge' }).first().click();
  await expect(heading(page)).toBeFocused();
  await look(page, 'merge');
  await page.evaluate(() => {
    history.pushState({}, '', '/nowhere');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(heading(page)).toBeVisible();
  await look(page, 'not-found');
});

test('high contrast and reduced motion: the same pages, focus in sight, nothing moves', async ({ page, app }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await app.open(page);
  await signIn(page, 'Care coordinator');
  for (const name of ['Caseload', 'Today']) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(heading(page)).toBeFocused();
    await look(page, `high-contrast-${kebab(name)}`);
  }
  await openFirstPerson(page);
  await look(page, 'high-contrast-person');
  await page.keyboard.press('Control+l');
  await expect(dialog(page).getByRole('radio', { checked: true }).first()).toBeFocused();
  await look(page, 'high-contrast-log-contact');
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
        const seconds = (text: string) => Math.max(...text.split(',').map((part) => Number.parseFloat(part)));
        return (animationName !== 'none' && seconds(animationDuration) > 0.05) || seconds(transitionDuration) > 0.05;
      }).length,
  );
  expect(moving).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  expect(ring).toBe(true);
  await expectAccessible(page);
});
