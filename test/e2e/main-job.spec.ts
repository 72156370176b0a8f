import type { Page, TestInfo } from '@playwright/test';
import { type App, type DemoRole, expect, picture, signIn, test } from './app.ts';
import { Hands } from './hands.ts';

const note = 'Told me that the new tablets help. Wants the handrail before winter.';
const log = { keys: 12, pointer: 0 };

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const overdue = (page: Page) => page.getByRole('region', { name: /^Overdue/ });

/** Begins as a worker who starts the day: the app open, Today in sight. */
async function begin(page: Page, app: App, role: DemoRole): Promise<Hands> {
  await app.open(page);
  await signIn(page, role);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  return new Hands(page);
}

/** The first person of a group of Today, as the list writes the name: `FAMILY, Given`. */
async function firstOf(page: Page, group: RegExp): Promise<string> {
  const link = page.getByRole('region', { name: group }).getByRole('listitem').first().getByRole('link').first();
  return (await link.textContent()) ?? '';
}

/** Finds a person from anywhere by what is typed, and opens the record. */
async function find(page: Page, hands: Hands, typed: string, name: string, info: TestInfo, by: string) {
  await hands.press('Control+k');
  await hands.type(typed);
  await expect(results(page).first()).toContainText(name);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  hands.done(`find and open a person by ${by}`, { keys: typed.length + 2, pointer: 0 }, info);
}

/** Typed so far by keyboard until the note has the focus. */
async function tabToNote(page: Page, hands: Hands) {
  const target = panel(page, 'Log contact').getByRole('textbox', { name: /^Note/ });
  for (let left = 8; left > 0 && !(await target.evaluate((box) => box === document.activeElement)); left -= 1)
    await hands.press('Tab');
  await expect(target).toBeFocused();
}

test('the main job, from the first start to the note, without the pointer', async ({ page, emptyApp: app }, info) => {
  await app.open(page);
  const hands = new Hands(page);
  await expect(page.getByRole('button', { name: /Explore with demonstration data/ })).toBeVisible();
  await hands.press('Tab');
  await expect(page.getByRole('button', { name: /Explore with demonstration data/ })).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: /Care coordinator/ })).toBeVisible({ timeout: 60_000 });
  while (!(await page.getByRole('button', { name: /Care coordinator/ }).evaluate((b) => b === document.activeElement)))
    await hands.press('Tab');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  hands.done('first start to Today, with demonstration data', { keys: 8, pointer: 0 }, info);

  const name = await firstOf(page, /^Overdue/);
  const [family = '', given = ''] = name.toLowerCase().split(', ');
  await find(page, hands, `${given.slice(0, 3)} ${family.slice(0, 4)}`, name, info, 'parts of two names');

  await hands.press('Control+l');
  const entry = panel(page, 'Log contact');
  await expect(entry.getByText(name)).toBeVisible();
  await expect(
    entry.getByRole('group', { name: 'How', exact: true }).getByRole('radio', { checked: true }),
  ).toBeFocused();
  await tabToNote(page, hands);
  await hands.write(note);
  await picture(page, 'log-contact');
  await hands.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  hands.done('log a contact', log, info);
  await expect(entry).toBeHidden();

  await expect(page.getByRole('list', { name: 'Latest entries' }).getByText(note)).toBeVisible();
  await picture(page, 'person-after-logging');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' }).getByText(note)).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(overdue(page)).toBeVisible();
  await expect(overdue(page).getByRole('link', { name })).toHaveCount(0);
});

test('a person is found by birth date, postcode and NHS number from anywhere', async ({ page, app }, info) => {
  const hands = await begin(page, app, 'Care coordinator');
  const name = await firstOf(page, /^Overdue/);
  await page.getByRole('link', { name, exact: true }).first().click();
  const banner = page.locator('.ot-person');
  const born = /Born\s*(\d{1,2}) (\w{3}) (\d{4})/.exec((await banner.textContent()) ?? '');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const date = `${born?.[1]}/${months.indexOf(born?.[2] ?? '') + 1}/${born?.[3]}`;
  const words = (await banner.textContent()) ?? '';
  const postcode = /L\d{1,2} \d[A-Z]{2}/.exec(words)?.[0] ?? 'no postcode';
  const nhsNumber = /999 \d{3} \d{4}/.exec(words)?.[0] ?? 'no NHS number';
  for (const [typed, by] of [
    [date, 'birth date'],
    [nhsNumber.replaceAll(' ', ''), 'NHS number'],
  ] as const) {
    await page.getByRole('link', { name: 'Caseload' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await find(page, hands, typed, name, info, by);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type(postcode);
  await expect(results(page).filter({ hasText: name })).toContainText(postcode);
  await picture(page, 'palette-postcode');
  await page.keyboard.press('Escape');
  expect(page.url()).not.toContain(nhsNumber.replaceAll(' ', ''));
});

test('somebody who did not attend is logged by keyboard; the entry is amended, then made void, with its history', async ({
  page,
  app,
}, info) => {
  const hands = await begin(page, app, 'Care coordinator');
  const name = await firstOf(page, /^Overdue/);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await hands.press('Control+l');
  const entry = panel(page, 'Log contact');
  await expect(entry.getByRole('radio', { checked: true }).first()).toBeFocused();
  await hands.press('Tab');
  const outcome = entry.getByRole('group', { name: 'How it went' });
  while (!(await outcome.getByRole('radio', { name: 'Did not attend' }).isChecked())) await hands.press('ArrowDown');
  await expect(entry.getByRole('spinbutton', { name: 'How long' })).toBeHidden();
  await tabToNote(page, hands);
  await hands.write('No answer at the door. Card left.');
  await picture(page, 'log-did-not-attend');
  await hands.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  hands.done('log that somebody did not attend', log, info);

  const latest = page.getByRole('list', { name: 'Latest entries' });
  const line = latest.getByRole('listitem').filter({ hasText: 'No answer at the door.' }).last();
  await expect(line.getByText('Did not attend')).toBeVisible();
  await line.getByRole('button').click();
  const contact = panel(page, 'Care contact');
  await picture(page, 'care-contact');
  await contact.getByRole('button', { name: 'Amend' }).click();
  const amending = panel(page, 'Amend the contact');
  await amending.getByRole('textbox', { name: /^Note/ }).fill('No answer at the door. Neighbour says: in hospital.');
  await picture(page, 'amend-contact');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'The contact is amended')).toBeVisible();
  await contact.getByText('History: amended once').click();
  await expect(contact.getByRole('deletion').filter({ hasText: 'Card left.' })).toBeVisible();
  await expect(contact.getByRole('insertion').filter({ hasText: 'in hospital.' })).toBeVisible();
  await picture(page, 'contact-history');

  await contact.getByRole('button', { name: 'Void this entry' }).click();
  const asked = panel(page, 'Void this contact?');
  await asked.getByRole('button', { name: 'Void the contact' }).click();
  await expect(asked.getByText('Give the reason')).toBeVisible();
  await picture(page, 'void-contact');
  await asked.getByRole('textbox', { name: 'Why is it void?' }).fill('Wrong person');
  await asked.getByRole('button', { name: 'Void the contact' }).click();
  await expect(said(page, /The contact is void/)).toBeVisible();
  const voided = latest.getByRole('listitem').filter({ hasText: 'Voided' }).last();
  await expect(voided).toBeVisible();
  await expect(latest.getByText('No answer at the door.')).toHaveCount(0);
  await voided.getByRole('button').click();
  await expect(contact.getByText('This entry is void')).toBeVisible();
  await expect(contact.getByText('Wrong person')).toBeVisible();
  await expect(contact.getByRole('button', { name: 'Amend' })).toHaveCount(0);
});

test('what was just logged is taken back by one chord, and stands in the form again', async ({ page, app }, info) => {
  const hands = await begin(page, app, 'Care coordinator');
  const name = await firstOf(page, /^Overdue/);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Control+l');
  const entry = panel(page, 'Log contact');
  await entry.getByRole('textbox', { name: /^Note/ }).fill('Logged on the wrong record.');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Latest entries' }).getByText('Logged on the wrong record.'),
  ).toBeVisible();
  await hands.press('Control+z');
  await expect(entry.getByRole('textbox', { name: /^Note/ })).toHaveValue('Logged on the wrong record.');
  hands.done('take back what was just logged', { keys: 1, pointer: 0 }, info);
  await entry.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(entry).toBeHidden();
  const latest = page.getByRole('list', { name: 'Latest entries' });
  await expect(latest.getByText('Voided')).toBeVisible();
  await expect(latest.getByText('Logged on the wrong record.')).toHaveCount(0);
});

test('for the behaviourist the behaviour-change part opens by itself and is kept with the contact', async ({
  page,
  app,
}) => {
  await begin(page, app, 'Behaviourist');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+l');
  const entry = panel(page, 'Log contact');
  const readiness = entry.getByRole('group', { name: /^Readiness/ });
  await expect(readiness).toBeVisible();
  await readiness.getByRole('radio', { name: '7', exact: true }).check();
  await entry.getByRole('textbox', { name: /Until next time/ }).fill('Walk to the bus stop twice.');
  await entry.getByText('Brief interventions').click();
  await picture(page, 'log-behaviour-change');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  await page.getByRole('list', { name: 'Latest entries' }).getByRole('button').first().click();
  const contact = panel(page, 'Care contact');
  await expect(contact.getByText('7 of 10')).toBeVisible();
  await expect(contact.getByText('Walk to the bus stop twice.', { exact: true })).toBeVisible();
  await picture(page, 'care-contact-behaviour');
});
