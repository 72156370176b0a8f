import { expect, picture, signIn, test } from './app.ts';

test('by keyboard: a lead sees what is missing, opens the people behind a figure, writes it down, and the figure is one less', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('navigation').getByRole('link', { name: 'Data quality' }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'What matters' });
  await expect(row).toBeVisible();
  await picture(page, 'quality');
  const link = row.getByRole('link', { name: /^Show .+: What matters$/ });
  const missing = Number(/Show (\d+)/.exec((await link.textContent()) ?? '')?.[1]);
  expect(missing).toBeGreaterThan(1);
  await link.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Data quality: What matters' })).toBeVisible();
  await expect(
    page.getByText(new RegExp(`^${missing} of \\d+ people: nothing about what matters to them`)),
  ).toBeVisible();
  await picture(page, 'quality-people');
  await page.getByRole('rowheader').getByRole('link').first().press('Enter');
  await page.getByRole('button', { name: 'Write down what matters' }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox').first().fill('My garden, and that nobody moves my chair.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('My garden, and that nobody moves my chair.').first()).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Data quality' }).press('Enter');
  await expect(row.getByText(new RegExp(`^${missing - 1} of \\d+ people: nothing about`))).toBeVisible();
});
