import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const entry = (page: Page) => page.getByRole('dialog', { name: 'Log contact' });
const note = (page: Page) => entry(page).getByRole('textbox', { name: /^Note/ });

/** Half a contact: a way, an outcome, part of a note. */
async function typeHalf(page: Page): Promise<string> {
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const link = page.getByRole('rowheader').first().getByRole('link');
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Control+l');
  await entry(page).getByRole('group', { name: 'How', exact: true }).getByRole('radio', { name: 'Telephone' }).check();
  await note(page).fill('She said that the carer has not come since');
  return name;
}

/** The half contact stands in the form of the same person again, and says since when. */
async function expectHalf(page: Page, name: string) {
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(entry(page).getByText(/^Draft from /)).toBeVisible();
  await expect(note(page)).toHaveValue('She said that the carer has not come since');
  await expect(entry(page).getByRole('radio', { name: 'Telephone' })).toBeChecked();
}

test('half a contact is there again after the host was killed', async ({ page, app }) => {
  await app.open(page);
  const name = await typeHalf(page);
  await expect(entry(page).getByText(/draft kept/)).toBeVisible();
  // The window goes away with its host; a page left open would rightly complain.
  await page.goto('about:blank');
  await app.stop('SIGKILL');
  await app.start();
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await expectHalf(page, name);
  await picture(page, 'log-draft');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Just done' }).getByText('Contact logged')).toBeVisible();
  await expect(entry(page)).toBeHidden();
  await page.keyboard.press('Control+l');
  await expect(note(page)).toHaveValue('');
  await expect(entry(page).getByText(/^Draft from /)).toHaveCount(0);
});

test('locking in the middle of a word keeps the draft, and shows nothing of it while locked', async ({ page, app }) => {
  await app.open(page);
  const name = await typeHalf(page);
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('button', { name: /Care coordinator/ })).toBeVisible();
  await expect(page.getByText('the carer has not come since')).toHaveCount(0);
  expect(await page.content()).not.toContain('the carer has not come since');
  await signIn(page, 'Care coordinator');
  await expectHalf(page, name);
  await entry(page).getByRole('button', { name: 'Discard the draft' }).click();
  await expect(entry(page)).toBeHidden();
  await page.keyboard.press('Control+l');
  await expect(note(page)).toHaveValue('');
});

test('what is closed without saving is kept too, and saying so does not steal it', async ({ page, app }) => {
  await app.open(page);
  const name = await typeHalf(page);
  await page.keyboard.press('Escape');
  await expect(entry(page)).toBeHidden();
  await expect(page.getByText(/Kept as a draft/).last()).toBeVisible();
  await expectHalf(page, name);
});
