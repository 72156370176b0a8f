import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type PdfFacts, readPdf } from '../fixtures/pdf-text.ts';
import { expect, picture, pictures, signIn, test } from './app.ts';
import { agreedPlan } from './plan-on-record.ts';

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
  // Those with something in them, and one that names the others.
  expect(paper.tags.get('H3')).toBe(await page.getByRole('heading', { level: 3 }).count());
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

test('the plan for the person in the format they asked for, in three layouts, and the copy recorded', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/people\/\w+/);
  const personId = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.goto('about:blank');
  await agreedPlan(app, personId, 'Amina Yusuf', '11');
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await page.getByRole('link', { name: 'Plan for the person' }).click();
  await expect(heading(page, 'My care plan')).toBeVisible();
  const layouts = page.getByRole('navigation', { name: 'Layout' });
  await expect(layouts.getByRole('link', { name: 'Large print' })).toHaveAttribute('aria-current', /true|page/);
  const whose = (await page.locator('.ot-held__whose').textContent()) ?? '';
  const words = async (locator: string) =>
    Math.min(
      ...(await page
        .locator(`.ot-doc ${locator}`)
        .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)))),
    );
  // 18 points are 24 CSS pixels.
  expect(await words('p, .ot-doc li, .ot-doc h1, .ot-doc h2, .ot-doc h3')).toBeGreaterThanOrEqual(24);
  await picture(page, 'print-plan-large');
  const large = await onPaper(page, 'paper-plan-large');

  await layouts.getByRole('link', { name: 'Standard' }).click();
  await expect(layouts.getByRole('link', { name: 'Standard' })).toHaveAttribute('aria-current', /true|page/);
  await picture(page, 'print-plan-standard');
  const standard = await onPaper(page, 'paper-plan-standard');

  await layouts.getByRole('link', { name: 'Easy read' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'What is important to me' })).toBeVisible();
  await picture(page, 'print-plan-easy-read');
  const easy = await onPaper(page, 'paper-plan-easy-read');

  expect(standard.pages.length).toBeLessThanOrEqual(4);
  expect(large.pages.length).toBeGreaterThan(standard.pages.length);
  for (const paper of [standard, large, easy]) {
    expect(paper.tagged).toBe(true);
    expect(paper.tags.get('H1')).toBe(1);
    expect(paper.tags.get('H2')).toBeGreaterThan(8);
    expect(paper.outline).toBeGreaterThan(8);
    expect(paper.pages.length).toBeLessThanOrEqual(12);
    for (const [place, text] of paper.pages.entries()) {
      expect(text).toContain(packed(whose));
      expect(text).toMatch(/Version\d+,agreed\d+\w{3}\d{4}\.Printed/);
      expect(text).toContain(packed('If something is wrong, ask Amina Yusuf'));
      expect(text).toContain(`Page${place + 1}of${paper.pages.length}`);
    }
    expect(paper.pages.join('')).toContain(packed('Seeing my grandchildren on Sundays.'));
  }

  await page.getByRole('button', { name: 'Copy given' }).click();
  const dialog = page.getByRole('dialog', { name: /Copy of version \d+ given/ });
  await expect(dialog.getByLabel('Format')).toHaveValue('easy-read');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Just done' }).getByText('Copy recorded')).toBeVisible();
});

test('a list for the night: chosen cases, each person on pages of their own', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Behaviourist');
  await page.getByRole('link', { name: 'Caseload' }).click();
  const boxes = page.getByRole('grid').getByRole('checkbox');
  for (const place of [1, 2, 3]) await boxes.nth(place).check();
  await page.getByRole('region', { name: 'Selected cases' }).getByRole('link', { name: 'Print for the night' }).click();
  await expect(page.getByRole('table', { name: /People in this handover/ })).toBeVisible();
  const names = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(names).toHaveLength(3);
  await picture(page, 'print-handover-list');
  const paper = await onPaper(page, 'paper-handover-list');
  // A first page that names them all, then each person's pages, with their name and number on top of every one.
  for (const name of names) expect(paper.pages[0]).toContain(packed(name));
  for (const [place, words] of paper.pages.slice(1).entries()) {
    expect(
      names.filter((name) => words.includes(packed(name))),
      `page ${place + 2}`,
    ).toHaveLength(1);
    expect(words).toMatch(/NHSnumber(\d{10}|notrecorded)/);
  }
  // A behaviourist never learns of restricted flags, on paper neither.
  expect(paper.pages.join('')).not.toMatch(/MARAC|Safeguardingconcern|Domesticabuse|Indrugtreatment/);
});
