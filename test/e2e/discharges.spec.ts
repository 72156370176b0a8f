import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

interface Listed {
  readonly name: string;
  readonly born: string;
  readonly nhsNumber: string;
}

/** The person whose page is open, as their banner names them. */
async function bannerOf(page: Page): Promise<Listed> {
  const fact = (term: string) => page.locator('.ot-person__fact').filter({ hasText: term });
  const born = /\d{1,2} [A-Z][a-z]{2} \d{4}/.exec((await fact('Born').textContent()) ?? '')?.[0] ?? '';
  const nhsNumber = /\d{3} \d{3} \d{4}/.exec((await fact('NHS number').textContent()) ?? '')?.[0] ?? '';
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  return { name, born, nhsNumber };
}

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Europe/London' });

test('by keyboard: a discharge list is loaded, looked through, recorded and undone', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  const people: Listed[] = [];
  for (const at of [0, 1, 2]) {
    await page.getByRole('link', { name: 'Caseload' }).click();
    await page.getByRole('rowheader').getByRole('link').nth(at).click();
    people.push(await bannerOf(page));
  }
  const rows = people.map(
    ({ name, born, nhsNumber }, at) =>
      `${nhsNumber},"${name}",${born},${daysAgo(9 + at)},${daysAgo(2 + at)},7B,Royal Liverpool University Hospital,${at === 0 ? 'Own home' : 'Nursing home'},${at === 1 ? 'Y' : 'N'}`,
  );
  const list = [
    'NHS number,Patient name,DOB,Admitted,Discharged,Ward,Hospital,Discharged to,Mental health',
    ...rows,
    `,"STRANGER, Sam",1 Jan 1960,${daysAgo(9)},${daysAgo(3)},9A,Royal Liverpool University Hospital,Home,N`,
    `${people[0]?.nhsNumber},"${people[0]?.name}",${people[0]?.born},${daysAgo(9)},31/09/2025,7B,Royal Liverpool University Hospital,Home,N`,
  ].join('\r\n');

  await page.getByRole('navigation').getByRole('link', { name: 'Stays' }).click();
  await page.getByRole('link', { name: 'Load a discharge list' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Discharge lists' })).toBeVisible();
  await picture(page, 'discharge-lists');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'ward.csv', mimeType: 'text/csv', buffer: Buffer.from(list, 'latin1') });

  await expect(page.getByRole('heading', { name: 'If you confirm' })).toBeVisible();
  await expect(page.getByText('3 stays to add, 2 left out')).toBeVisible();
  await expect(page.getByText('Nobody on record')).toBeVisible();
  await expect(page.getByText(/Left on: /)).toBeVisible();
  await picture(page, 'discharge-preview');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('combobox', { name: 'What the column Discharged to says' })).toHaveValue('destination');
  await picture(page, 'discharge-columns');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Leave out line 4' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 stays to add, 3 left out')).toBeVisible();
  await page.getByRole('button', { name: 'Record the stays…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Record the stays' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Recorded' })).toBeVisible();
  await expect(page.getByText(/^Follow-up by .+ until/).first()).toBeVisible();
  await picture(page, 'discharge-recorded');

  await page.getByRole('button', { name: 'Undo', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Why' }).fill('The list of another month.');
  await page.getByRole('button', { name: 'Undo the list' }).press('Enter');
  await expect(page.getByText('This list was undone')).toBeVisible();
  await page.getByRole('link', { name: 'All discharge lists' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'ward.csv' }).getByText('Undone')).toBeVisible();
});
