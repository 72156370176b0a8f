import { expect, picture, signIn, test } from './app.ts';

test('who is due is found, a check recorded and taken back, by keyboard alone', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Registers' }).press('Enter');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await picture(page, 'register-end-of-life');
  await page.getByRole('combobox', { name: 'Register' }).selectOption({ label: 'Severe mental illness' });
  await expect(page.getByRole('columnheader', { name: 'Parts missing' })).toBeVisible();
  await picture(page, 'register-smi');
  await page.getByRole('combobox', { name: 'Register' }).selectOption({ label: 'Vaccinations' });
  await page.getByRole('button', { name: /^Due \d/u }).press('Enter');
  await expect(page.getByRole('button', { name: /^Due \d/u })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('rowheader').first().getByRole('link').press('Enter');

  const flu = page.getByRole('listitem').filter({ hasText: 'Flu vaccination' });
  await expect(flu.getByText('Due', { exact: true })).toBeVisible();
  await picture(page, 'person-checks');
  await flu.getByRole('button', { name: 'Offered today' }).press('Enter');
  await expect(flu.getByText('Offered', { exact: true })).toBeVisible();
  await flu.getByRole('button', { name: 'Accepted' }).press('Enter');
  await flu.getByRole('button', { name: 'Done today' }).press('Enter');
  await expect(flu.getByText('Done', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(flu.getByText('Accepted', { exact: true })).toBeVisible();

  await page.goBack();
  await page.getByRole('button', { name: 'Export list' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export this register' })).toContainText('is not encrypted');
});
