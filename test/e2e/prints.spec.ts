import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type PdfFacts, readPdf } from '../fixtures/pdf-text.ts';
import { expect, picture, pictures, signIn, test } from './app.ts';

/** What the page on screen looks like on paper: the same engine and options as the desktop's “Save as PDF”. */
async function onPaper(page: Page, name: string): Promise<PdfFacts> {
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.pdf`), bytes);
  return readPdf(bytes);
}
const packed = (words: string) => words.replace(/\s+/g, '');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('the handover of a person for the night, from their page to paper, by keyboard', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const link = page.getByRole('rowheader').first().getByRole('link');
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Print', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Handover for the night' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Handover for the night')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await picture(page, 'print-handover');

  const paper = await onPaper(page, 'paper-handover');
  expect(paper.tagged).toBe(true);
  expect(paper.tags.get('H1')).toBe(1);
  expect(paper.tags.get('H3')).toBe(10);
  expect(paper.pages.length).toBeGreaterThanOrEqual(1);
  expect(paper.pages.length).toBeLessThanOrEqual(3);
  for (const [place, words] of paper.pages.entries()) {
    expect(words).toContain(packed(name));
    expect(words).toMatch(/NHSnumber\d{10}/);
    expect(words).toMatch(/Handoverforthenight\.Printed\d+\w{3}\d{4},\d\d:\d\dby/);
    expect(words).toContain(`Page${place + 1}of${paper.pages.length}`);
    // Neither the frame of the application nor its buttons.
    expect(words).not.toMatch(/Caseload|Signout|Askedtoprint/);
  }
});
