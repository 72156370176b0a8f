import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const casePanel = (page: Page) => page.getByRole('region', { name: 'Case', exact: true });
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Opens the registration form from People. */
async function beginRegistration(page: Page) {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Register a person' }).click();
  await expect(heading(page, 'Register a person')).toBeVisible();
}

/** Fills the three boxes of a date as somebody pastes it. */
async function enterBirth(page: Page, day: number, month: number, year: number) {
  const date = page.getByRole('group', { name: 'Date of birth' });
  await date.getByRole('textbox', { name: 'Day' }).fill(String(day));
  await date.getByRole('textbox', { name: 'Month' }).fill(String(month));
  await date.getByRole('textbox', { name: 'Year' }).fill(String(year));
}

test('somebody on record already is seen while typing, and again before saving; a different person is registered all the same', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').nth(2).getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const [family = '', given = ''] = name.replace(/ \(.*$/u, '').split(', ');
  const banner = (await page.locator('.ot-person').textContent()) ?? '';
  const [, day, month, year] = /Born\s*(\d{1,2}) (\w{3}) (\d{4})/u.exec(banner) ?? [];

  await beginRegistration(page);
  await button(page, 'Register').click();
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
  await picture(page, 'register-errors');
  await page.getByRole('textbox', { name: /^Given name/ }).fill(given);
  await page.getByRole('textbox', { name: /^Family name/ }).fill(family.toLowerCase());
  await enterBirth(page, Number(day), months.indexOf(month ?? '') + 1, Number(year));
  await expect(page.getByText(/may be the same person/)).toBeVisible();
  await expect(page.getByRole('article').getByRole('link', { name })).toBeVisible();
  await picture(page, 'register-on-record-already');
  await page.getByLabel(/^Neighbourhood/).selectOption('Anfield & Everton');
  await page.getByRole('checkbox', { name: 'Open a case at once' }).check();
  await button(page, 'Register').click();
  const asked = page.getByRole('dialog', { name: 'Is this the same person?' });
  await expect(asked.getByText('Nothing has been saved yet.', { exact: false })).toBeVisible();
  await picture(page, 'register-duplicate');
  await asked.getByRole('button', { name: /: register$/ }).click();
  await expect(said(page, /Person registered/)).toBeVisible();
  await expect(heading(page, new RegExp(family, 'i'))).toBeVisible();
  await expect(casePanel(page).getByText('Open', { exact: true })).toBeVisible();
});

test('a new person with a first case, put on hold, taken up again, closed with a reason', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await beginRegistration(page);
  await page.getByRole('textbox', { name: /^NHS number/ }).fill('999 000 0000');
  await expect(page.getByText('Not a valid NHS number: check each digit')).toBeVisible();
  await page.getByRole('textbox', { name: /^NHS number/ }).fill('');
  await page.getByRole('textbox', { name: /^Given name/ }).fill('Zebedee');
  await page.getByRole('textbox', { name: /^Family name/ }).fill('Quillfeather');
  await enterBirth(page, 1, 1, 2999);
  await page.getByLabel(/^Neighbourhood/).selectOption('Anfield & Everton');
  await button(page, 'Register').click();
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
  await enterBirth(page, 27, 3, 1958);
  await page.getByRole('checkbox', { name: 'Open a case at once' }).check();
  await button(page, 'Register').click();
  await expect(said(page, 'Person registered, case opened')).toBeVisible();
  await expect(heading(page, /QUILLFEATHER, Zebedee/)).toBeVisible();

  await casePanel(page).getByRole('button', { name: 'Put on hold' }).click();
  const holding = page.getByRole('dialog', { name: 'Put the case on hold' });
  await holding.getByRole('combobox', { name: 'Why' }).selectOption({ index: 1 });
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Case put on hold')).toBeVisible();
  await expect(casePanel(page).getByText('On hold').first()).toBeVisible();
  await picture(page, 'case-on-hold');
  await casePanel(page).getByRole('button', { name: 'Take up again' }).click();
  await expect(said(page, 'Case taken up again')).toBeVisible();

  await casePanel(page).getByRole('button', { name: 'Close', exact: true }).click();
  const closing = page.getByRole('dialog', { name: 'Close the case' });
  await closing.getByRole('button', { name: 'Close the case' }).click();
  await expect(closing.getByText('Choose why the case is closed').first()).toBeVisible();
  await closing.getByRole('combobox', { name: 'Why' }).selectOption({ index: 1 });
  await picture(page, 'close-case');
  await closing.getByRole('button', { name: 'Close the case' }).click();
  await expect(said(page, 'Case closed')).toBeVisible();
  await expect(page.getByText('There is no open case.')).toBeVisible();
  await picture(page, 'case-closed');
});

test('two records of one person: found in the review, compared, merged, and taken apart again', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Review' }).click();
  const findings = page.getByRole('article').filter({ hasText: 'Compare and merge' });
  await expect(findings.first()).toBeVisible();
  const about = (await findings.first().getAttribute('aria-label')) ?? '';
  await findings.first().getByRole('link', { name: 'Compare and merge' }).click();
  await expect(page.getByRole('textbox', { name: /How you know/ })).toBeVisible();
  await button(page, 'Merge the records').click();
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
  await page.getByRole('textbox', { name: /How you know/ }).fill('Same mother’s name, told by both desks');
  await picture(page, 'merge-with-reason');
  await button(page, 'Merge the records').click();
  await expect(said(page, 'The records are one')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await button(page, 'Undo the merge').click();
  const undoing = page.getByRole('dialog', { name: 'Undo the merge' });
  await undoing.getByRole('textbox').fill('Twins, after all');
  await picture(page, 'undo-merge');
  await undoing.getByRole('button', { name: 'Take the records apart' }).click();
  await expect(said(page, /The records are apart again/)).toBeVisible();
  await expect(page.getByText('No other record was merged into this one.')).toBeVisible();

  await page.getByRole('link', { name: 'Review' }).click();
  const again = page.getByRole('article', { name: about });
  await again.getByRole('button', { name: 'Not the same person' }).click();
  const settling = page.getByRole('dialog', { name: 'They are different people' });
  await settling.getByRole('textbox').fill('Both came in on the same day');
  await picture(page, 'review-keep-apart');
  await settling.getByRole('button', { name: 'Keep them apart' }).click();
  await expect(said(page, 'Settled')).toBeVisible();
  await expect(again).toHaveCount(0);
});

test('a sharing decision about one organisation by name stands on the details, and alters the summary of the banner', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('tab', { name: 'Details' }).click();
  const asked = page.getByRole('dialog', { name: 'Record a sharing decision' });
  const decisions = page.getByRole('region', { name: 'Sharing decisions' });
  const record = async (decision: string, whom?: string) => {
    await button(page, 'Record a decision').click();
    if (whom) {
      await asked.getByRole('radio', { name: 'One organisation by name' }).check();
      await asked.getByRole('radio', { name: decision, exact: true }).check();
      await asked.getByRole('button', { name: 'Record the decision' }).click();
      await expect(asked.getByText('Choose the organisation from the list').first()).toBeVisible();
      await asked.getByRole('combobox', { name: 'Organisation' }).fill(whom);
      await expect(page.getByRole('option', { name: whom })).toBeVisible();
      await picture(page, 'sharing-one-organisation');
      await page.keyboard.press('Enter');
    } else await asked.getByRole('radio', { name: decision, exact: true }).check();
    await asked.getByRole('button', { name: 'Record the decision' }).click();
    await expect(asked).toBeHidden();
  };
  await record('Agreed');
  await expect(page.locator('.ot-person')).toContainText('Sharing: agreed, ');
  await record('Refused', 'Community health trust');
  const row = decisions.getByRole('row', { name: /Community health trust/ });
  await expect(row).toContainText('Refused');
  await expect(page.locator('.ot-person')).toContainText('Sharing: agreed with some organisations only');
  await row.scrollIntoViewIfNeeded();
  await picture(page, 'person-sharing-with-one');
});
