import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
const why = 'Came to our drop-in in pain; nobody here knows her medicines.';

/** The NHS number of somebody of another neighbourhood than the coordinator's. */
async function numberOfAnother(page: Page): Promise<string> {
  await nav(page, 'People').click();
  const places = page.getByRole('combobox', { name: 'Neighbourhood' });
  const names = (await places.getByRole('option').allTextContents()).slice(1);
  await places.selectOption({ label: names.find((name) => !name.startsWith('Anfield')) ?? 'no other neighbourhood' });
  await expect(page.getByText(/^[\d,]+ people fit$/u)).toBeVisible();
  const somebody = page
    .getByRole('row')
    .filter({ hasText: /999 \d{3} \d{4}/u })
    .first();
  return /999 \d{3} \d{4}/u.exec((await somebody.textContent()) ?? '')?.[0] ?? 'nobody';
}

async function changeTo(page: Page, role: 'Care coordinator' | 'Team lead') {
  await button(page, 'Sign out').click();
  await signIn(page, role);
}

test('a record of another neighbourhood: found by its whole number, opened with a reason, reviewed by the lead', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  const nhsNumber = await numberOfAnother(page);
  await changeTo(page, 'Care coordinator');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(nhsNumber.replaceAll(' ', ''));
  const found = page.getByRole('listbox', { name: 'Results' }).getByRole('option').first();
  await expect(found).toContainText('opening needs a reason');
  await expect(found).not.toContainText(nhsNumber);
  await picture(page, 'palette-another-team');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Looked after by another team' })).toBeVisible();
  await button(page, 'Open for 4 hours').click();
  await expect(page.getByRole('alert').getByRole('link')).toBeVisible();
  await picture(page, 'break-glass');
  await page.getByRole('textbox', { name: /Why do you need/ }).fill(why);
  await button(page, 'Open for 4 hours').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await expect(page.locator('.ot-person')).toContainText(nhsNumber);
  await picture(page, 'person-opened-with-reason');

  await changeTo(page, 'Team lead');
  await nav(page, 'Break-glass').click();
  const use = page.getByRole('article').filter({ hasText: why });
  await expect(use).toContainText('Amina Yusuf');
  await use.getByRole('button', { name: 'Review' }).click();
  const review = page.getByRole('dialog', { name: 'Review a break-glass use' });
  await review.getByRole('button', { name: 'Record the review' }).click();
  await expect(review.getByText('Choose what you think of it').first()).toBeVisible();
  await review.getByRole('radio').first().check();
  await picture(page, 'break-glass-review');
  await review.getByRole('button', { name: 'Record the review' }).click();
  await expect(said(page, 'Review recorded')).toBeVisible();
  await expect(use).toHaveCount(0);
  await button(page, 'Reviewed').click();
  await expect(use).toContainText('Carol Hughes');
  await picture(page, 'break-glass-reviewed');
});

test('the audit trail shows what was read, holds no names, and is whole', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const link = page.getByRole('rowheader').first().getByRole('link');
  const family = ((await link.textContent()) ?? '').split(',')[0] ?? '';
  await link.click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await changeTo(page, 'Team lead');
  await nav(page, 'Audit').click();
  const lines = page.getByRole('table', { name: /Lines of the audit trail/ });
  await expect(lines.getByRole('row').filter({ hasText: 'Amina Yusuf' }).first()).toBeVisible();
  await expect(lines).not.toContainText(family);
  await button(page, 'Check the trail').click();
  await expect(page.getByRole('status').getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Something does not hold')).toHaveCount(0);
  await picture(page, 'audit-checked');
});

test('a backup is made and stands in the list; restoring one asks first', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await nav(page, 'Backups').click();
  await expect(page.getByRole('heading', { name: 'On this device' })).toBeVisible();
  const restores = page.getByRole('button', { name: /^Restore the backup of/ });
  await expect(button(page, 'Make a backup now')).toBeEnabled({ timeout: 30_000 });
  const before = await restores.count();
  await button(page, 'Make a backup now').click();
  await expect(restores).toHaveCount(before + 1, { timeout: 30_000 });
  await picture(page, 'backups-made');
  await restores.first().click();
  await picture(page, 'restore-dialog');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the team: adding somebody says what is missing, and a worker’s details open to be changed', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await nav(page, 'Team').click();
  await button(page, 'Add a worker').click();
  const adding = page.getByRole('dialog', { name: 'Add a worker' });
  await adding.getByRole('button', { name: 'Add the worker' }).click();
  await expect(adding.getByRole('alert').getByRole('link').first()).toBeVisible();
  await picture(page, 'team-add-worker');
  await page.keyboard.press('Escape');
  await expect(adding).toBeHidden();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(button(page, 'Change details')).toBeVisible();
  await button(page, 'Change details').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(page, 'team-change-worker');
});

test('a leave recorded by mistake is removed, and is there again with Undo', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await nav(page, 'Team').click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  const leave = page.getByRole('region', { name: 'Leave' });
  await leave.getByRole('button', { name: 'Add leave' }).click();
  const asked = page.getByRole('dialog', { name: 'Add leave' });
  const year = new Date().getUTCFullYear() + 1;
  for (const [name, day] of [
    ['First day away', '1'],
    ['Last day away', '5'],
  ] as const) {
    const date = asked.getByRole('group', { name });
    await date.getByRole('textbox', { name: 'Day' }).fill(day);
    await date.getByRole('textbox', { name: 'Month' }).fill('2');
    await date.getByRole('textbox', { name: 'Year' }).fill(String(year));
  }
  await button(page, 'Record the leave').click();
  const days = leave.getByText(`1 Feb ${year} to 5 Feb ${year}`);
  await expect(days).toBeVisible();
  await leave.getByRole('button', { name: `Remove the leave 1 Feb ${year} to 5 Feb ${year}` }).press('Enter');
  await expect(days).toHaveCount(0);
  await expect(said(page, 'Leave removed')).toBeVisible();
  await picture(page, 'worker-leave-removed');
  await page.getByRole('region', { name: 'Just done' }).getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(days).toBeVisible();
  await picture(page, 'worker-leave-undone');
});
