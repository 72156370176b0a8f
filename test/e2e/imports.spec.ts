import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { listedRow, peopleCsv } from '../integration/people-list.ts';
import { expect, picture, signIn, test } from './app.ts';

const rows = 5_000;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
/** What confirming would do, or has done, in one line. */
const effect = (page: Page) => page.locator('.ot-import-result');

async function openImports(page: Page) {
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
}

/** How many people are on record, as the list of people says it. */
async function peopleOnRecord(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const total = page.getByText(/^[\d,]+ people/u).first();
  await expect(total).toBeVisible();
  return Number.parseInt(((await total.textContent()) ?? '').replaceAll(',', ''), 10);
}

async function choose(page: Page, name: string, mimeType: string, bytes: Uint8Array) {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose a file').click();
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** A practice's list with a wrong NHS number, a birth date ahead of us, a row without a name, and a row that comes twice. */
const list = () =>
  peopleCsv(rows, 'X99999', (row, at) => {
    if (at % 1000 === 17) return { ...row, 'NHS number': '999 000 0000' };
    if (at % 1000 === 18) return { ...row, 'Date of birth': '01/01/2999' };
    if (at % 1000 === 19) return { ...row, Surname: '', 'First name': '' };
    if (at % 1000 === 20) return listedRow(at - 10, 'X99999');
    // The same name and birthday under another number: it may be one person.
    if (at % 1000 === 21) {
      const { Surname = '', 'First name': given = '', 'Date of birth': born = '' } = listedRow(at - 10, 'X99999');
      return { ...row, Surname, 'First name': given, 'Date of birth': born, 'NHS number': '' };
    }
    return row;
  });

async function goThrough(page: Page) {
  await page.getByLabel('Where it comes from').fill('Example practice');
  await page.getByLabel('People without a known practice belong to').selectOption({ index: 1 });
  await button(page, 'Go through the list').click();
  await expect(page.getByRole('heading', { name: 'If you confirm' })).toBeVisible({ timeout: 60_000 });
}

test('a list of 5,000: columns, preview, decisions, confirmation, result, and all of it taken back', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000);
  await app.open(page);
  await openImports(page);
  const before = await peopleOnRecord(page);
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await choose(page, 'practice-list.csv', 'text/csv', list());
  await expect(page.getByRole('row').filter({ hasText: 'Surname' }).getByText('Known heading')).toBeVisible();
  await picture(page, 'import-columns');
  await goThrough(page);
  await picture(page, 'import-preview');
  await tab(page, /^Errors/).click();
  await expect(page.getByText(/birth/i).first()).toBeVisible();
  await picture(page, 'import-errors');
  const saved = page.waitForEvent('download');
  await button(page, 'Save problems as CSV').click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await tab(page, /^Possible duplicates/).click();
  await picture(page, 'import-duplicates');
  await button(page, 'Same person').first().click();
  await expect(page.getByText('Same person', { exact: true }).first()).toBeVisible();
  await button(page, 'New people').click();
  await expect(button(page, 'Decide again').first()).toBeVisible();

  await button(page, 'Import…').click();
  await picture(page, 'import-confirm');
  await button(page, 'Import the list').click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible({ timeout: 60_000 });
  const created = Number.parseInt(((await effect(page).textContent()) ?? '').replaceAll(',', ''), 10);
  expect(created).toBeGreaterThan(rows * 0.98);
  expect(created).toBeLessThan(rows);
  await picture(page, 'import-result');
  expect(await peopleOnRecord(page)).toBe(before + created);

  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await picture(page, 'imports');
  await button(page, 'Undo').click();
  await page.getByRole('textbox', { name: 'Why' }).fill('The list of another practice');
  await picture(page, 'import-undo');
  await button(page, 'Undo the import').click();
  await expect(page.getByRole('row').filter({ hasText: 'practice-list.csv' }).getByText('Undone')).toBeVisible({
    timeout: 60_000,
  });
  expect(await peopleOnRecord(page)).toBe(before);
});

test('a FHIR bundle goes in, and finds nothing new the second time', async ({ page, app }) => {
  const bundle = readFileSync(new URL('../fixtures/imports/bundle-transaction.json', import.meta.url));
  await app.open(page);
  await openImports(page);
  for (const time of ['first', 'second']) {
    await choose(page, 'bundle-transaction.json', 'application/json', bundle);
    await goThrough(page);
    if (time === 'first') {
      await expect(effect(page)).toContainText(/^[1-9]\d* new/);
      await picture(page, 'import-fhir');
      await button(page, 'Import…').click();
      await button(page, 'Import the list').click();
      await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
    } else await expect(effect(page)).toContainText(/^0 new, 0 updated/);
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
  }
});

test('an import that is stopped half-way, and a list that is discarded, leave nothing', async ({ page, app }) => {
  await app.open(page);
  await openImports(page);
  const before = await peopleOnRecord(page);
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await choose(page, 'stopped.csv', 'text/csv', peopleCsv(3 * rows, 'X99999'));
  await goThrough(page);
  await button(page, 'Import…').click();
  await button(page, 'Import the list').click();
  await button(page, 'Cancel').first().click();
  await expect(button(page, 'Import…')).toBeEnabled();
  await expect(page.getByRole('heading', { name: 'If you confirm' })).toBeVisible();
  expect(await peopleOnRecord(page)).toBe(before);
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await page.getByRole('link', { name: 'stopped.csv' }).click();
  await button(page, 'Discard').click();
  await button(page, 'Discard the list').click();
  await expect(page.getByText('No list has been imported yet')).toBeVisible();
  expect(await peopleOnRecord(page)).toBe(before);
});

test('a file that is no list is refused in a sentence, and nothing is kept of it', async ({ page, app }) => {
  await app.open(page);
  await openImports(page);
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose a file').click();
  await (await chooser).setFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') });
  await expect(
    page.getByRole('alert').or(page.locator('[aria-live]')).getByText('The file was not taken in'),
  ).toBeVisible();
  await picture(page, 'import-refused');
  await expect(page.getByText('No list has been imported yet')).toBeVisible();
});
