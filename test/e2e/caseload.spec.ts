import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const size = (page: Page) => page.getByText(/^\d+ cases? of yours$/);
/** How many cases the page says there are. */
const sizeOf = async (page: Page) => Number.parseInt((await size(page).textContent()) ?? '', 10);
/** What the application has just said that it did. */
const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);

/** The address after the question mark, read as the page reads it. */
const searchOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

test('a view of the caseload: filters as chips, kept in the address and under a name', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await picture(page, 'caseload');
  const count = () => sizeOf(page);
  const all = await count();

  await page.getByRole('link', { name: 'High need' }).click();
  await expect(page.getByRole('button', { name: /^Very high need ?: remove filter$/ })).toBeVisible();
  await expect.poll(count).toBeLessThan(all);
  const high = await count();
  await page.getByRole('button', { name: /^Very high need ?: remove filter$/ }).click();
  await expect.poll(count).toBeLessThan(high);
  await page.getByRole('button', { name: 'Flags' }).click();
  await page.getByRole('checkbox', { name: 'Frail' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Frail ?: remove filter$/ })).toBeVisible();
  const frail = await count();
  expect(searchOf(page.url())).toMatchObject({ tiers: '["high"]', flags: '["frail"]' });

  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Frail, high need');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Frail, high need' })).toHaveAttribute('aria-current');
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await expect.poll(count).toBe(all);
  await page.goBack();
  await expect.poll(count).toBe(frail);
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await page.getByRole('link', { name: 'Frail, high need' }).click();
  await expect.poll(count).toBe(frail);
});

test('what is typed into the search box narrows the list and never reaches the address', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const first = page.getByRole('rowheader').first();
  const name = ((await first.textContent()) ?? '').split(',')[0]?.toLowerCase() ?? '';
  await page.getByRole('searchbox', { name: 'Find in this caseload' }).fill(name);
  await expect.poll(() => page.getByRole('rowheader').count()).toBeLessThan(8);
  for (const row of await page.getByRole('rowheader').all())
    await expect(row).toContainText(name, { ignoreCase: true });
  expect(page.url().toLowerCase()).not.toContain(name);
  await page.getByRole('searchbox', { name: 'Find in this caseload' }).fill('zzzz');
  await expect(page.getByText('No case fits')).toBeVisible();
  await picture(page, 'caseload-nothing-fits');
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('the need tier says what it is made of, by pointer and by keyboard, and adds up', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const tier = page.getByRole('button', { name: /points of need: why for/ }).first();
  await tier.focus();
  const why = page.getByText('It is not a clinical prediction.');
  await expect(why).toBeVisible();
  const points = await page.getByRole('table', { name: 'Points' }).locator('td:last-child').allInnerTexts();
  const numbers = points.map((text) => Number(text.replace('−', '-')));
  expect(numbers.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(numbers.at(-1));
  await picture(page, 'need-explained');
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await tier.hover();
  await expect(why).toBeVisible();
});

test('cases chosen by keyboard are handed over, accepted by the other and gone from the first', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  const before = await sizeOf(page);
  const row = page.getByRole('row').nth(2);
  const name = (await page.getByRole('rowheader').nth(1).getByRole('link').textContent()) ?? '';
  await row.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Hand over' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hand over the case' })).toBeVisible();
  await page.getByRole('button', { name: 'Propose the handover' }).click();
  await expect(page.getByRole('link', { name: 'Choose who takes over' })).toBeVisible();
  await picture(page, 'handover');
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('Carol Hughes');
  await expect(page.getByRole('option', { name: /Carol Hughes/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Why' }).fill('Moves to another street');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Handover of 1 case proposed')).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('region', { name: /Waiting for others/ }).getByRole('link', { name })).toBeVisible();
  await picture(page, 'today-coordinator');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'Team lead');
  const asked = page.getByRole('region', { name: /Handovers to accept/ });
  await expect(asked.getByText('Moves to another street')).toBeVisible();
  await picture(page, 'today-lead');
  await asked.getByRole('button', { name: `Accept the case of ${name}` }).click();
  await expect(said(page, /1 case is now yours/)).toBeVisible();
  await expect(asked.getByText('Moves to another street')).toBeHidden();
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await expect(size(page)).toHaveText(`${before - 1} cases of yours`);
});

test('a list is exported after saying what is in it', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const cases = await sizeOf(page);
  await page.getByRole('button', { name: 'Export list' }).click();
  await expect(page.getByText('is not encrypted', { exact: false })).toBeVisible();
  await picture(page, 'caseload-export');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^caseload-\d{4}-\d{2}-\d{2}\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')).toHaveLength(cases + 1);
});
