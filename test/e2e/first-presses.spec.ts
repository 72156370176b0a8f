import type { Page } from '@playwright/test';
import { expect, signIn, test } from './app.ts';

/** Holds back what a search answers until it is let go, so that a press comes before the list does. */
async function heldSearch(page: Page) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(
    () => true,
    async (route) => {
      const request = route.request();
      const asked = `${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`;
      if (asked.includes('people.search')) await promise;
      await route.continue();
    },
  );
  return resolve;
}

test('Enter before the list has come takes the first of it, and nothing of an earlier word', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  const link = page
    .getByRole('region', { name: /^Overdue/ })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first();
  const name = (await link.textContent()) ?? '';
  const [family = '', given = ''] = name.split(', ');
  const letGo = await heldSearch(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`${given} ${family}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  letGo();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('Enter in the box of a form before its list has come takes the first of the list once it has', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Behaviourist');
  await page.getByRole('link', { name: 'Diary' }).click();
  const name = (await page.locator('.ot-diary__who').getByRole('link').first().textContent()) ?? '';
  const [family = '', given = ''] = name.replace(/ \(.*$/u, '').split(', ');
  await page.getByRole('button', { name: 'Log a group session' }).click();
  const entry = page.getByRole('dialog', { name: 'Log a group session' });
  const letGo = await heldSearch(page);
  await entry.getByRole('combobox', { name: 'Add a person' }).pressSequentially(`${given} ${family}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Looking…' })).toBeVisible();
  const chosen = entry.locator('.ot-group__name');
  await expect(chosen).toHaveCount(0);
  letGo();
  await expect(chosen).toHaveText([name]);
});

test('another worker begins at the first page: nothing of the earlier view is in the address', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/people\/./u);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: /Behaviourist/ })).toBeVisible();
  const address = () => page.url().slice(new URL(page.url()).origin.length);
  await expect.poll(address).toMatch(/^\/(?:today)?$/u);
  await signIn(page, 'Behaviourist');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(address()).toBe('/today');

  // A lock keeps the place for the same worker; somebody else who unlocks does not come upon it.
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('button', { name: /Care coordinator/ })).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.postDataBuffer()?.toString('latin1') ?? ''));
  await signIn(page, 'Care coordinator');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(address()).toBe('/today');
  expect(asked.filter((body) => body.includes('today.')).length).toBeGreaterThan(0);
  expect(asked.filter((body) => body.includes('people.open'))).toEqual([]);
});
