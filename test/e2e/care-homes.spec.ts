import { expect, picture, signIn, test } from './app.ts';

test('a care home shows its residents, and how one of the seven elements stands is recorded by keyboard', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('navigation').getByRole('link', { name: 'Care homes' }).click();
  await expect(page.getByRole('heading', { name: 'Care homes', level: 1 })).toBeVisible();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await picture(page, 'care-homes');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('table', { name: 'Residents' })).toBeVisible();
  await picture(page, 'care-home');
  const falls = page.getByRole('listitem').filter({ hasText: 'Falls prevention' });
  await falls.getByRole('button', { name: /^Update/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'In place' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'What shows it (optional)' }).fill('Strength class on Tuesdays');
  await page.keyboard.press('Control+Enter');
  await expect(falls.getByText('Strength class on Tuesdays')).toBeVisible();
  await expect(falls.getByText('In place').first()).toBeVisible();
});

test('by keyboard: a home closes, and Undo opens it again', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('navigation').getByRole('link', { name: 'Care homes' }).click();
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Close the home' }).press('Enter');
  await expect(page.getByRole('group', { name: 'Closed on' })).toBeVisible();
  await picture(page, 'care-home-close');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Closed on/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeHidden();
  await picture(page, 'care-home-closed');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Close the home' })).toBeVisible();
});
