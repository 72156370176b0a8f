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
  await expect(form.getByRole('textbox', { name: 'What was done for safety' })).toBeFocused();
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

test('the shared assessment by keyboard: filled in from the last time, only what changed is saved, kept over a crash', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openAssessments(page);
  const card = page.getByRole('region', { name: 'Shared assessment' });
  await card
    .getByRole('button', { name: /^(Begin|Update)$/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const form = panel(page, 'Shared assessment');
  await expect(form.getByRole('button', { name: 'Save 0 changes' })).toBeDisabled();
  await expect(form.locator('summary').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const strengths = form.getByRole('textbox', { name: 'Strengths: what goes well (optional)' }).first();
  await expect(strengths).toBeFocused();
  await strengths.fill('Walks to the park every day');
  await picture(page, 'assessment-form');
  await expect(form.getByText(/draft kept \d\d:\d\d/)).toBeVisible();
  await page.goto('about:blank');
  await app.stop('SIGKILL');
  await app.start();
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openAssessments(page);
  await card.getByRole('button', { name: 'Go on with your draft' }).focus();
  await page.keyboard.press('Enter');
  await expect(strengths).toHaveValue('Walks to the park every day');
  await expect(form.getByRole('button', { name: 'Save 1 change' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Assessment saved')).toBeVisible();
  const physical = card.getByRole('region', { name: 'Physical health' });
  await expect(physical.getByText('Walks to the park every day')).toBeVisible();
  await expect(physical.getByText(/^Asked by Amina Yusuf/).first()).toBeVisible();
  await picture(page, 'assessment');
});

test('the clinic: today by practice, who is not improving, a case brought to supervision and reviewed by the lead', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Behaviourist');
  await page.getByRole('link', { name: 'Clinic' }).click();
  await expect(page.getByText(/^Agreed on/).first()).toBeVisible();
  await picture(page, 'clinic-today');
  await page.getByRole('tab', { name: /^Stopped coming/ }).click();
  await picture(page, 'clinic-stopped');
  await page.getByRole('tab', { name: /^Not improving/ }).click();
  await expect(page.getByRole('button', { name: /^Bring to supervision:/ }).first()).toBeVisible();
  await picture(page, 'clinic-not-improving');
  const name = (await page.getByRole('rowheader').getByRole('link').last().textContent()) ?? '';
  await page.getByRole('button', { name: `Bring to supervision: ${name}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your question' })).toBeFocused();
  await page.keyboard.type('What else could we try?');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Brought to supervision')).toBeVisible();
  await page.getByRole('rowheader').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name: 'Readiness, importance, confidence' })).toBeVisible();
  await picture(page, 'progress');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Clinic' }).click();
  await page.getByRole('tab', { name: /^Supervision/ }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'What else could we try?' });
  await line.getByRole('button', { name: /^Review:/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Change the approach' }).check();
  await page.getByRole('textbox', { name: 'Notes of the review (optional)' }).fill('Back to what matters.');
  await picture(page, 'supervision-review');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Review saved')).toBeVisible();
  await expect(line.getByText('Change the approach')).toBeVisible();
  await picture(page, 'clinic-supervision');
});
