import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Hand over the case' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Opens the caseload, and from it the case in this line; answers with the person's name as lists write it. */
async function openCase(page: Page, line: number): Promise<string> {
  await page.getByRole('link', { name: 'Caseload' }).click();
  const link = page.getByRole('rowheader').nth(line).getByRole('link');
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(heading(page, name)).toBeVisible();
  return name;
}

/** Types whom to ask, and takes the name once it is offered. */
async function chooseLead(page: Page) {
  await dialog(page).getByRole('combobox', { name: 'Who takes over' }).fill('Carol Hughes');
  await expect(dialog(page).getByRole('option', { name: /Carol Hughes/ })).toBeVisible();
  await page.keyboard.press('Enter');
}

async function changeTo(page: Page, role: 'Care coordinator' | 'Team lead') {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, role);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

test('proposed from the record, declined with a reason, asked again of somebody else', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  const name = await openCase(page, 1);
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await chooseLead(page);
  await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Asked for somebody with a car');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Handover of 1 case proposed')).toBeVisible();
  await expect(page.getByText(/Handover to Carol Hughes waits for an answer/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand over', exact: true })).toHaveCount(0);
  await picture(page, 'person-handover-waits');

  await changeTo(page, 'Team lead');
  const asked = page.getByRole('region', { name: /Handovers to accept/ });
  await asked.getByRole('button', { name: `Decline the case of ${name}` }).click();
  const declining = page.getByRole('dialog', { name: 'Decline the handover' });
  await declining.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(declining.getByText('Give the reason')).toBeVisible();
  await declining.getByRole('textbox', { name: 'Why' }).fill('My list is full until January');
  await picture(page, 'decline-handover');
  await declining.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(said(page, 'Handover declined')).toBeVisible();
  await expect(asked.getByRole('link', { name })).toHaveCount(0);

  await changeTo(page, 'Care coordinator');
  const declined = page.getByRole('region', { name: /Handovers declined/ });
  await expect(declined.getByText('My list is full until January')).toBeVisible();
  await picture(page, 'today-declined');
  await declined
    .getByRole('button', { name: /^Ask somebody else/ })
    .filter({ hasText: name })
    .click();
  await dialog(page).getByRole('radio', { name: 'Ask whoever covers' }).check();
  await expect(dialog(page).getByRole('combobox', { name: 'Who takes over' })).toBeHidden();
  await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Somebody with a car, please');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Handover of 1 case proposed')).toBeVisible();
  await expect(declined).toHaveCount(0);
});

test('a proposed handover is taken back within the toast', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openCase(page, 2);
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await chooseLead(page);
  await dialog(page).getByRole('textbox', { name: 'Why' }).fill('The wrong line was chosen');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Handover to Carol Hughes waits/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/Handover to Carol Hughes waits/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Hand over', exact: true })).toBeVisible();
});

test('a lead hands over at once, with a reason, and both caseloads show it', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('link', { name: 'Everybody’s', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'Coordinator', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Amina Yusuf' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Amina Yusuf ?: remove filter$/ })).toBeVisible();
  // The rows of the list before it may still stand there for a moment.
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader').getByRole('link') });
  await expect(rows.filter({ hasNotText: 'Amina Yusuf' })).toHaveCount(0);
  const link = page.getByRole('rowheader').nth(3).getByRole('link');
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await dialog(page).getByRole('radio', { name: 'Hand over now, without asking' }).check();
  await chooseLead(page);
  await dialog(page).getByRole('button', { name: 'Hand over now' }).click();
  await expect(dialog(page).getByRole('link', { name: 'Say why the case changes hands' })).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Long sick leave begins today');
  await picture(page, 'impose-handover');
  await dialog(page).getByRole('button', { name: 'Hand over now' }).click();
  await expect(said(page, '1 case handed over')).toBeVisible();
  await expect(page.getByText(/^Carol Hughes, /).first()).toBeVisible();
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible();

  await changeTo(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('searchbox', { name: 'Find in this caseload' }).fill(name.split(',')[0] ?? name);
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});
