import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Just done' }).getByText(words);
const panel = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const note = (page: Page) => page.getByRole('textbox', { name: 'Note (optional)', exact: true });

async function openDiary(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Diary' }).click();
  await expect(page.getByRole('heading', { name: 'Diary', level: 1 })).toBeVisible();
}

/** Opens the record of the first person in the diary of this week. */
async function openSomebody(page: Page): Promise<void> {
  await openDiary(page);
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await page.locator('.ot-diary__who').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Plan contact' })).toBeVisible();
}

test('a phone call is logged by keyboard alone in at most twelve keystrokes, stands in the timeline, and can be undone', async ({
  page,
  app,
}, info) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openSomebody(page);
  let keystrokes = 0;
  const press = async (key: string) => {
    keystrokes += 1;
    await page.keyboard.press(key);
  };
  await press('Control+l');
  const how = page.getByRole('radio', { name: 'Face to face' });
  await expect(how).toBeFocused();
  await picture(page, 'log-contact');
  await press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Telephone' })).toBeChecked();
  await press('Tab');
  await press('Tab');
  await press('2');
  await press('5');
  await press('Tab');
  await expect(note(page)).toBeFocused();
  await page.keyboard.type('Rang about the new inhaler. Will try it for a week.');
  await press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  info.annotations.push({ type: 'keystrokes', description: `log a contact: ${keystrokes} and the note, of 12` });
  expect(keystrokes).toBeLessThanOrEqual(12);

  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByText('Rang about the new inhaler.', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(panel(page, 'Log contact').getByText(/^Draft from/)).toBeVisible();
  await expect(note(page)).toHaveValue('Rang about the new inhaler. Will try it for a week.');
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(said(page, 'Draft thrown away')).toBeVisible();
});

test('what was typed survives a lock and a crash, and is there for the same person again', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openSomebody(page);
  const record = new URL(page.url()).pathname;
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('radio', { name: 'Face to face' })).toBeFocused();
  await note(page).fill('Half a sen');
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, 'Care coordinator');
  await openSomebody(page);
  expect(new URL(page.url()).pathname).toBe(record);
  await page.keyboard.press('Control+l');
  await expect(note(page)).toHaveValue('Half a sen');
  await note(page).fill('Half a sentence, and a crash');
  await expect(panel(page, 'Log contact').getByText(/draft kept \d\d:\d\d/)).toBeVisible();
  await page.goto('about:blank');
  await app.stop('SIGKILL');
  await app.start();
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openSomebody(page);
  await page.keyboard.press('Control+l');
  await expect(note(page)).toHaveValue('Half a sentence, and a crash');
  await picture(page, 'log-contact-draft');
});

test('an appointment is planned, moved, cancelled, planned again and its outcome recorded and amended', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openSomebody(page);
  await page.getByRole('button', { name: 'Plan contact' }).click();
  await expect(page.getByRole('textbox', { name: 'Day' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Start time' }).fill('930');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Note for the visit (optional)' }).fill('Bring the leaflet');
  await picture(page, 'plan-contact');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'It is in the diary')).toBeVisible();

  await openDiary(page);
  await picture(page, 'diary-day');
  await page.getByRole('button', { name: 'Day after' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Bring the leaflet' });
  await expect(line.getByText('09:30')).toBeVisible();
  await line.getByRole('button', { name: /^Move:/ }).click();
  await page.getByRole('textbox', { name: 'Start time' }).fill('11:15');
  await page.keyboard.press('Control+Enter');
  await expect(line.getByText('11:15')).toBeVisible();
  await line.getByRole('button', { name: /^Cancel:/ }).click();
  await picture(page, 'cancel-appointment');
  await page.getByRole('button', { name: 'Cancel the appointment' }).click();
  await expect(line).toBeHidden();
  await said(page, 'The appointment is cancelled').locator('..').getByRole('button', { name: /Undo/ }).click();
  await expect(line.getByText('11:15')).toBeVisible();

  await line.getByRole('button', { name: /^Record outcome:/ }).click();
  await expect(page.getByText('Planned note: Bring the leaflet')).toBeVisible();
  await note(page).fill('Leaflet read together');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await page
    .getByRole('button', { name: /^Open:/ })
    .last()
    .click();
  const contact = panel(page, 'Care contact');
  await expect(contact.getByRole('paragraph').filter({ hasText: /^Leaflet read together$/ })).toBeVisible();
  await contact.getByRole('button', { name: 'Amend' }).click();
  await note(page).fill('Leaflet read together, twice');
  await page.keyboard.press('Control+Enter');
  await expect(contact.getByRole('paragraph').filter({ hasText: 'Leaflet read together, twice' })).toBeVisible();
  await contact.getByText('History: amended once').click();
  await expect(contact.getByText(/^Planned by/)).toBeVisible();
  await picture(page, 'contact');
  await contact.getByRole('button', { name: 'Void this entry' }).click();
  await page.getByRole('textbox', { name: 'Why is it void?' }).fill('Logged on the wrong person');
  await page.getByRole('button', { name: 'Void the contact' }).click();
  await expect(said(page, /The contact is void/)).toBeVisible();
});

test('a behaviourist’s session: rulers by digits, a goal rated, an intervention answered', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Behaviourist');
  await openDiary(page);
  await page
    .getByRole('button', { name: /^Record outcome:/ })
    .first()
    .click();
  const entry = panel(page, 'Log contact');
  await entry.getByRole('radio', { name: '0, not ready' }).focus();
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10');
  await expect(entry.getByRole('radio', { name: '10, very important' })).toBeChecked();
  await entry.getByRole('button', { name: 'Add a goal' }).click();
  const goal = entry.getByRole('textbox', { name: /^Goal \d/ }).last();
  await goal.fill('Sleep through the night');
  await entry.getByRole('radio', { name: '+1 more than hoped' }).last().check();
  await entry.getByText('Brief interventions').click();
  await entry.getByRole('checkbox', { name: 'Smoking' }).check();
  await entry.getByRole('radio', { name: 'Referral offered and accepted' }).check();
  await picture(page, 'log-contact-behaviour');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Contact logged')).toBeVisible();
  await page
    .getByRole('button', { name: /^Open:/ })
    .first()
    .click();
  const contact = panel(page, 'Care contact');
  await expect(contact.getByText('7 of 10', { exact: true })).toBeVisible();
  await expect(contact.getByText('Sleep through the night: more than hoped', { exact: true })).toBeVisible();
  await expect(contact.getByText('Referral offered and accepted', { exact: true })).toBeVisible();
});

test('a group session is one entry for several people, who came and who did not', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Behaviourist');
  await openDiary(page);
  await expect(page.locator('.ot-diary__who').getByRole('link').nth(1)).toBeVisible();
  const names = await page.locator('.ot-diary__who').getByRole('link').allTextContents();
  await page.getByRole('button', { name: 'Log a group session' }).click();
  const entry = panel(page, 'Log a group session');
  await expect(entry.getByRole('textbox', { name: 'What session was it?' })).toBeFocused();
  await page.keyboard.type('Sleep well');
  for (const name of names.slice(0, 2)) {
    await entry.getByRole('combobox', { name: 'Add a person' }).fill(name.replace(/[,(].*$/u, ''));
    await page.getByRole('option', { name }).first().click();
    await expect(entry.getByText(name, { exact: true })).toBeVisible();
  }
  await page.keyboard.press('Control+Enter');
  await expect(entry.getByText('Say where the person was seen').first()).toBeVisible();
  await entry.getByRole('combobox', { name: 'Where' }).selectOption('GP practice');
  await entry.getByRole('combobox', { name: 'How it went' }).last().selectOption('Did not attend');
  await entry.getByRole('checkbox', { name: 'Health promotion' }).check({ force: true });
  await entry.getByRole('combobox', { name: /^Led together with/ }).click();
  await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().click();
  await expect(entry.getByRole('list', { name: /^Led together with/ }).getByRole('button')).toHaveCount(1);
  await picture(page, 'log-group');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'Group session logged for 2 people')).toBeVisible();
  await expect(page.getByText('Sleep well')).toHaveCount(2);
});
