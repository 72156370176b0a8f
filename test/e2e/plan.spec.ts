import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const panel = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title });
const dialog = (page: Page, title: string | RegExp) => page.getByRole('dialog', { name: title });

/** Opens the plan of the first person of the caseload. */
async function openPlan(page: Page, which = 0): Promise<void> {
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.locator('table').getByRole('link').nth(which).click();
  await page.getByRole('tab', { name: 'Plan' }).click();
  await expect(panel(page, 'Preferences and decisions')).toBeVisible();
}

/** Goes on with the keyboard alone: to a control, then a key. */
async function press(page: Page, name: string | RegExp, within = page.locator('body'), key = 'Enter'): Promise<void> {
  await within.getByRole('button', { name }).first().focus();
  await page.keyboard.press(key);
}

/** Somebody without a case, so without any version: the plan is written from the beginning. */
async function openUnwritten(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'People' }).click();
  await page.locator('table').getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Plan' }).click();
}

test('by keyboard alone a plan is written, agreed, given, reviewed, superseded and compared', async ({ page, app }) => {
  test.slow();
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openUnwritten(page);
  await press(page, 'Write the first plan');
  const sections = panel(page, /^Version 1/);
  await sections.getByRole('textbox', { name: /What matters to me/ }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Being at home with the dog');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A good neighbour');
  await press(page, 'Add “if … then …”', sections);
  await sections.getByRole('textbox', { name: 'If …' }).focus();
  await page.keyboard.type('I cannot get up');
  await page.keyboard.press('Tab');
  await page.keyboard.type('press the pendant');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Written into the plan')).toBeVisible();

  await press(page, 'Add a need');
  await dialog(page, 'Add a need').getByRole('combobox', { name: 'Life domain' }).focus();
  await page.keyboard.type('Daily');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cannot carry the shopping');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Need added')).toBeVisible();

  await press(page, 'Add a goal');
  const goal = dialog(page, 'Add a goal');
  await goal.getByRole('textbox', { name: 'What do you hope for?' }).focus();
  await page.keyboard.type('Walk to the shop on my own');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Daily');
  await goal.getByRole('textbox', { name: /^0 As hoped/ }).focus();
  await page.keyboard.type('Once a week');
  await goal.getByRole('radio', { name: '0, not at all' }).focus();
  await page.keyboard.press('8');
  await picture(page, 'plan-goal');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Goal added')).toBeVisible();

  await press(page, 'Add an action');
  await dialog(page, 'Add an action').getByRole('textbox', { name: 'What is to be done' }).focus();
  await page.keyboard.type('Ask for a walking frame');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Action added; it is a task now')).toBeVisible();

  await press(page, /^Record( anew)?\s*: Decision about resuscitation/);
  const cpr = dialog(page, 'Decision about resuscitation (CPR)');
  await cpr.getByRole('radio', { name: 'Exists' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(cpr.getByText('Say where the paper itself is kept').first()).toBeVisible();
  await cpr.getByRole('textbox', { name: /Where the paper is kept/ }).fill('Red folder in the hall');
  await cpr.getByRole('textbox', { name: 'Day' }).first().focus();
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2026');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Recorded')).toBeVisible();

  await press(page, 'Agree version 1');
  const agree = dialog(page, /^Agree version 1/);
  await picture(page, 'plan-agree');
  await press(page, 'Agree the plan', agree);
  await expect(agree.getByText('Say with whom the plan was agreed').first()).toBeVisible();
  await agree.getByRole('checkbox', { name: /^The person/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Version 1 is agreed')).toBeVisible();
  await expect(panel(page, 'Care plan').getByText('with the person')).toBeVisible();

  await press(page, 'Copy given');
  await page.getByRole('textbox', { name: 'Given to' }).focus();
  await page.keyboard.type('The person');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Copy recorded')).toBeVisible();

  await press(page, /^Rate\s*: Walk to the shop/);
  await dialog(page, 'Rate the goal').getByRole('radio', { name: '0 Once a week' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Goal rated')).toBeVisible();

  await press(page, 'Begin a review');
  const second = panel(page, /^Version 2/);
  await second.getByRole('textbox', { name: /My strengths/ }).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' and a new stick');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Written into the plan').first()).toBeVisible();
  await press(page, 'Agree version 2');
  await dialog(page, /^Agree version 2/)
    .getByRole('checkbox', { name: /^The person/ })
    .focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Version 2 is agreed')).toBeVisible();
  await expect(panel(page, 'Versions').getByText('Superseded')).toBeVisible();

  await press(page, 'Read and compare version 2');
  const version = dialog(page, /^Version 2/);
  await version.getByRole('tab', { name: 'As agreed' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(version.getByText('and a new stick')).toBeVisible();
  await picture(page, 'plan-compare');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByText('Care plan agreed, version 2')).toBeVisible();
});

test('what was typed into a plan survives a lock and a crash', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openPlan(page);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  const words = page.getByRole('textbox', { name: 'What do you hope for?' });
  await words.fill('Half a go');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, 'Care coordinator');
  await openPlan(page);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await expect(words).toHaveValue('Half a go');
  await words.fill('Half a goal, and a crash');
  await expect(page.getByText(/draft kept \d\d:\d\d/)).toBeVisible();
  await page.goto('about:blank');
  await app.stop('SIGKILL');
  await app.start();
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openPlan(page);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await expect(words).toHaveValue('Half a goal, and a crash');
});

test('a plan of the demonstration: overview, both sides, the person’s view by a switch', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.locator('table').getByRole('link').nth(1).click();
  await expect(panel(page, 'Care plan').getByRole('link', { name: 'Open the plan' })).toBeVisible();
  await picture(page, 'plan-overview');
  await page.getByRole('link', { name: 'Open the plan' }).click();
  await expect(panel(page, 'Goals')).toBeVisible();
  await picture(page, 'plan');
  await page.getByRole('button', { name: 'Person’s view' }).click();
  await expect(page.getByRole('article', { name: 'My care plan' })).toBeVisible();
  await expect(panel(page, 'Goals')).toBeHidden();
  await picture(page, 'plan-person');
});
