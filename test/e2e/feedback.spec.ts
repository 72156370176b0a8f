import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const words = 'Nobody told me that the visit was moved. I sat there with my coat on.';

test('by keyboard: what a person said is recorded in their words, answered, undone, and found by the lead among what waits', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  const panel = page.getByRole('region', { name: 'Feedback', exact: true });
  await panel.getByRole('button', { name: 'Record feedback' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Record feedback' });
  await form.getByRole('radio', { name: 'Complaint' }).check();
  await form.getByRole('textbox', { name: 'Their own words' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Enter some text').first()).toBeVisible();
  await form.getByRole('textbox', { name: 'Their own words' }).focus();
  await page.keyboard.type(words);
  await picture(page, 'feedback-record');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Feedback recorded')).toBeVisible();
  const item = panel.getByRole('listitem').filter({ hasText: words });
  await expect(item.getByText('Not answered')).toBeVisible();
  await expect(item.getByText(/^Acknowledge by/)).toBeVisible();

  await item.getByRole('button', { name: /^Record the answer/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What was answered and done' })).toBeFocused();
  await page.keyboard.type('Rang and apologised. From now on we ring before we move a visit.');
  await picture(page, 'feedback-answer');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Answer recorded')).toBeVisible();
  await expect(item.getByText(/Rang and apologised/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(item.getByText('Not answered')).toBeVisible();
  await page.getByText(/^Met \d+ different workers? in 12 months$/).click();
  await page
    .getByRole('region', { name: /^Who is involved/ })
    .evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await picture(page, 'feedback-continuity');

  await page.getByRole('navigation').getByRole('link', { name: 'Feedback' }).click();
  await page.getByRole('link', { name: /^Not answered/ }).click();
  await expect(page.getByRole('row').filter({ hasText: words })).toBeVisible();
  await picture(page, 'feedback-list');
});
