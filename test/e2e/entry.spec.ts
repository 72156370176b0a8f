import { expect, expectAccessible, picture, signIn, test } from './app.ts';

test.describe('first start', () => {
  test('sets up a team, keeps the recovery code, locks and unlocks', async ({ page, emptyApp: app }) => {
    await app.open(page);
    await expect(page.getByRole('heading', { name: 'Welcome to OneTeam' })).toBeVisible();
    await picture(page, 'first-start');
    await page.getByRole('button', { name: /Set up a new team/ }).click();
    await page.getByLabel('Your name').fill('Nia Example');
    await page.getByLabel('Your organisation').fill('Example Council');
    await page.getByRole('checkbox', { name: 'Aintree' }).check({ force: true });
    await page.getByLabel('Passphrase', { exact: true }).fill('short');
    await page.getByLabel('Passphrase again').fill('short');
    await page.getByRole('button', { name: 'Set up the team' }).click();
    await expect(page.getByText(/Use at least 15 characters/).first()).toBeVisible();
    await picture(page, 'set-up-team');
    await page.getByLabel('Passphrase', { exact: true }).fill('lantern orbit maple trench');
    await page.getByLabel('Passphrase again').fill('lantern orbit maple trench');
    await page.getByRole('button', { name: 'Set up the team' }).click();
    await expect(page.getByRole('heading', { name: 'Keep the recovery code' })).toBeVisible();
    await picture(page, 'recovery-code');
    await page.getByRole('checkbox').check();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByLabel('Passphrase')).toBeVisible();
    await picture(page, 'locked');
    await page.getByLabel('Passphrase').fill('not the passphrase at all');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This is not the passphrase', { exact: false }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Passphrase').fill('lantern orbit maple trench');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('explores with demonstration data, one press to begin and one to sign in', async ({ page, emptyApp: app }) => {
    await app.open(page);
    await page.getByRole('button', { name: /Explore with demonstration data/ }).click();
    await expect(page.getByRole('button', { name: /Care coordinator/ })).toBeVisible({ timeout: 60_000 });
    await picture(page, 'sign-in-demonstration');
    await signIn(page, 'Care coordinator');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('lock hides everything, also from the back button', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await page.getByRole('link', { name: 'Caseload' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  const name = (await page.getByRole('grid').getByRole('link').first().textContent()) ?? '';
  expect(name.length).toBeGreaterThan(2);
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('button', { name: /Care coordinator/ })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByText(name)).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
});
