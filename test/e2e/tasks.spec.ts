import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const justDone = (page: Page) => page.getByRole('region', { name: 'Just done' });

test('a task by keyboard: added from anywhere, done with its outcome, taken back, put off', async ({ app, page }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Add a task');
  await page.getByRole('option', { name: 'Add a task' }).waitFor();
  await page.keyboard.press('Enter');
  const panel = dialog(page, 'Add a task');
  await panel.getByRole('button', { name: 'It is about nobody in particular' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('What is to be done')).toBeFocused();
  await page.keyboard.type('Order leaflets about warm spaces');
  await picture(page, 'task-add');
  await page.keyboard.press('Control+Enter');
  await expect(justDone(page)).toContainText('Task added');

  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('Due', { exact: true }).selectOption('none');
  const row = page.getByRole('row', { name: /Order leaflets about warm spaces/ });
  await expect(row).toBeVisible();
  await picture(page, 'tasks-mine');
  await row.getByRole('button', { name: /^Done/ }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Task done').getByLabel(/What came of it/)).toBeVisible();
  await dialog(page, 'Task done')
    .getByLabel(/What came of it/)
    .focus();
  await page.keyboard.type('Twenty copies come on Friday.');
  await page.keyboard.press('Control+Enter');
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(row).toBeVisible();

  await row.getByRole('button', { name: /^Put off/ }).press('Enter');
  await dialog(page, 'Put the task off').getByLabel('Why').focus();
  await page.keyboard.type('The printer is being mended.');
  await picture(page, 'task-put-off');
  await page.keyboard.press('Control+Enter');
  await expect(row).toHaveCount(0);
  await page.getByLabel('State').selectOption('snoozed');
  await expect(row).toContainText('The printer is being mended.');
});

test('a lead re-assigns several of the team’s tasks at once, and takes it back', async ({ app, page }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('Whose').selectOption('team');
  await page.getByLabel('Owner').selectOption('nobody');
  const rows = page.getByRole('grid', { name: 'Tasks' }).getByRole('row');
  await expect(rows.nth(2)).toBeVisible();
  const before = await rows.count();
  await rows.nth(1).getByRole('checkbox').check();
  await rows.nth(2).getByRole('checkbox').check();
  await picture(page, 'tasks-team');
  await page.getByRole('button', { name: 'Re-assign' }).click();
  const asking = dialog(page, 'Re-assign 2 tasks');
  await asking.getByLabel('Worker', { exact: true }).fill('a');
  await asking.getByRole('option').first().click();
  await asking.getByRole('button', { name: 'Re-assign' }).click();
  await expect(justDone(page)).toContainText('2 tasks re-assigned');
  await expect(rows).toHaveCount(before - 2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(rows).toHaveCount(before);
});

test('a prompt by keyboard: why it is here, made a task, done with its outcome, gone, taken back', async ({
  app,
  page,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  const prompts = page.getByRole('region', { name: /^Prompts/ });
  const first = prompts.getByRole('listitem').first();
  await expect(first).toBeVisible();
  await prompts.scrollIntoViewIfNeeded();
  await picture(page, 'today-prompts');
  const before = await prompts.getByRole('heading').textContent();
  await first.getByRole('button', { name: /^Make a task/ }).press('Enter');
  await expect(dialog(page, 'Make a task of it').getByLabel('What is to be done')).toBeFocused();
  await page.keyboard.type('!');
  await dialog(page, 'Make a task of it').getByLabel('Urgent').press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(justDone(page)).toContainText('Task added');
  await expect(prompts.getByRole('heading')).not.toHaveText(before ?? '');
  const due = page
    .getByRole('region', { name: /^Tasks due/ })
    .getByRole('listitem')
    .filter({ hasText: '!' });
  await due.getByRole('button', { name: /^Done/ }).press('Enter');
  await dialog(page, 'Task done')
    .getByLabel(/What came of it/)
    .focus();
  await page.keyboard.type('Talked it over; seen to.');
  await page.keyboard.press('Control+Enter');
  await expect(due).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(due).toHaveCount(1);

  await page.getByRole('link', { name: 'Caseload', exact: true }).click();
  await page.getByRole('button', { name: /^Prompts/ }).click();
  await page.getByRole('checkbox', { name: 'No sharing decision' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^No sharing decision ?: remove filter$/ })).toBeVisible();
  await picture(page, 'caseload-prompts');
});

test('what raises prompts is in Settings, with each rule, and on the person with its facts', async ({ app, page }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const limits = page.getByRole('region', { name: 'When prompts are raised' });
  await expect(limits.getByRole('row', { name: /P3 No agreed plan/ })).toContainText('20 working days');
  await limits.scrollIntoViewIfNeeded();
  await picture(page, 'settings-prompts');
  await limits.getByRole('button', { name: 'Change the limits' }).click();
  await limits.getByLabel(/^P3: No agreed plan/).fill('25');
  await picture(page, 'settings-prompts-edit');
  await limits.getByRole('button', { name: 'Save the limits' }).click();
  await expect(limits.getByRole('row', { name: /P3 No agreed plan/ })).toContainText('25 working days');
  await page.getByRole('link', { name: 'Caseload', exact: true }).click();
  await page.getByRole('button', { name: /^Prompts/ }).click();
  await page.getByRole('checkbox', { name: 'No sharing decision' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first().click();
  const prompts = page.getByRole('region', { name: /^Prompts/ });
  await prompts.getByText('The facts').first().click();
  await expect(prompts.getByText(/^Case opened:|: /).first()).toBeVisible();
  await prompts.scrollIntoViewIfNeeded();
  await picture(page, 'person-prompts');
});
