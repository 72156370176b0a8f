import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const panel = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

/** Opens the assessments of somebody of the own caseload. */
async function openAssessments(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('row').nth(3).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Assessments' }).click();
  await expect(page.getByRole('heading', { name: /^Scores/ })).toBeVisible();
}

test('the PHQ-9 by number keys alone: item 9 asks for safety at once, and later it is recorded', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openAssessments(page);
  await page.getByRole('button', { name: 'Fill in an instrument' }).focus();
  await page.keyboard.press('Enter');
  await picture(page, 'choose-instrument');
  await page.getByRole('button', { name: /^PHQ-9/ }).focus();
  await page.keyboard.press('Enter');
  const form = panel(page, 'Patient Health Questionnaire, nine items');
  await expect(form.getByRole('radio').first()).toBeFocused();
  await page.keyboard.type('1210010');
  await expect(form.getByText('7 of 9 answered. No score while an item is missing.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Answer this: there is no score while an item is missing').first()).toBeVisible();
  await form.getByRole('group', { name: /^8\./ }).getByRole('radio').first().focus();
  await page.keyboard.type('01');
  await expect(form.getByRole('alert').filter({ hasText: 'a conversation about safety now' })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Note (optional)' })).toBeFocused();
  await expect(form.getByText('Score 6 of 27', { exact: false })).toBeVisible();
  await picture(page, 'phq-9-safety');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Say what was done, or tick that you record it later').first()).toBeVisible();
  await form.getByRole('checkbox', { name: 'I record this later' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'An urgent task is yours for today')).toBeVisible();

  await expect(page.getByText('what was done for safety is not recorded', { exact: false })).toBeVisible();
  await picture(page, 'assessments');
  await page.getByRole('button', { name: 'Record it' }).first().focus();
  await page.keyboard.press('Enter');
  const score = panel(page, 'PHQ-9');
  await score.getByRole('textbox', { name: 'What was done for safety' }).fill('Asked about plans: none. GP rung.');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'The urgent task is done')).toBeVisible();
  await expect(score.getByText('Asked about plans: none. GP rung.')).toBeVisible();
  await picture(page, 'score');
});
