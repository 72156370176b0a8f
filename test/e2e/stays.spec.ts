import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);

/** Opens the stays of the first person of the caseload. */
async function openStaysOfSomebody(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Stays and checks' }).click();
  await expect(page.getByRole('heading', { name: 'Stays', level: 2 })).toBeVisible();
}

test('by keyboard: somebody is admitted, delayed and discharged; the follow-up is a task with an owner', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openStaysOfSomebody(page);
  await page.getByRole('button', { name: 'Record a stay' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Hospital' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Hospital or provider (optional)' }).focus();
  await page.keyboard.type('Royal Liverpool University Hospital');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7B');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fall at home');
  await picture(page, 'stay-admit');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Stay recorded')).toBeVisible();
  const card = page.getByRole('region', { name: 'Hospital: Royal Liverpool University Hospital, ward 7B' });
  await expect(card.getByText('Since today')).toBeVisible();

  await card.getByRole('checkbox', { name: /^Medicines to take home/ }).focus();
  await page.keyboard.press('Space');
  await expect(card.getByText('1 of 12 settled')).toBeVisible();

  await card.getByRole('button', { name: /^Dates and delay/ }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Dates and delay' });
  await panel
    .getByRole('combobox', { name: 'Why leaving is delayed (optional)' })
    .selectOption('Waiting for a care package at home');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert')).toContainText('Say since when the person has been ready to leave');
  const today = await page.evaluate(() =>
    new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' }).split('/'),
  );
  const ready = panel.getByRole('group', { name: 'Ready to leave since (optional)' });
  for (const [index, box] of ['Day', 'Month', 'Year'].entries())
    await ready.getByRole('textbox', { name: box }).fill(today[index] ?? '');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('Delayed', { exact: true })).toBeVisible();
  await picture(page, 'stay-current');

  await card.getByRole('button', { name: /^Discharge/ }).focus();
  await page.keyboard.press('Enter');
  await picture(page, 'stay-discharge');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, /^Discharge recorded\. Follow-up by .+ until/)).toBeVisible();
  await expect(card.getByText('Due in 7 days')).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Stays' }).click();
  await page.getByRole('link', { name: /^Follow-up to do/ }).click();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: 'Royal Liverpool University Hospital' })
      .filter({ hasText: 'Due in 7 days' }),
  ).toBeVisible();
  await picture(page, 'stays-follow-up');
});

test('a telehealth alert is somebody’s task, and the page of who is away shows what is to be done', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openStaysOfSomebody(page);
  const telehealth = page.getByRole('region', { name: 'Telehealth' });
  await telehealth.getByRole('button', { name: 'Add a kit' }).click();
  await page.getByRole('combobox', { name: 'Kit' }).selectOption('Door or wandering sensor');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Kit recorded')).toBeVisible();
  const kit = telehealth.getByRole('listitem').filter({ hasText: 'Door or wandering sensor' });
  await kit.getByRole('button', { name: /^Record an alert/ }).click();
  await page.getByRole('textbox', { name: 'What the kit reported' }).fill('Door opened at three in the night');
  await picture(page, 'telehealth-alert');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Alert recorded as a task')).toBeVisible();
  await expect(telehealth.getByText('Door opened at three in the night')).toBeVisible();
  await picture(page, 'telehealth');

  await page.getByRole('navigation').getByRole('link', { name: 'Stays' }).click();
  await page.getByRole('link', { name: 'Telehealth alerts' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Door opened at three in the night' })).toBeVisible();
  await picture(page, 'telehealth-alerts');
  await page.getByRole('link', { name: 'Back to Stays' }).click();
  await page.getByRole('combobox', { name: 'Whose people' }).selectOption('My team’s people');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await picture(page, 'stays-away');
  await page.getByRole('link', { name: /^Ready to leave/ }).click();
  await expect(page.getByText(/lost/).first()).toBeVisible();
  await picture(page, 'stays-delayed');
});

test('what was typed of an admission is there again after a lock', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openStaysOfSomebody(page);
  await page.getByRole('button', { name: 'Record a stay' }).click();
  await page.getByRole('textbox', { name: 'Reason (optional)' }).fill('Fell in the bath');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, 'Care coordinator');
  await openStaysOfSomebody(page);
  await page.getByRole('button', { name: 'Record a stay' }).click();
  await expect(page.getByText(/^Draft from/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reason (optional)' })).toHaveValue('Fell in the bath');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Stay recorded')).toBeVisible();
  await page.getByRole('button', { name: 'Record a stay' }).click();
  await expect(page.getByRole('textbox', { name: 'Reason (optional)' })).toHaveValue('');
});
