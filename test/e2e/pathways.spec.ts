import type { Page } from '@playwright/test';
import { expect, picture, signIn, test } from './app.ts';

/** Opens the first person of the caseload by keyboard, on their pathways. */
async function openFirstPerson(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Caseload' }).press('Enter');
  await page.getByRole('rowheader').first().getByRole('link').press('Enter');
  const tab = page.getByRole('tab', { name: 'Pathways' });
  await page.getByRole('tab', { name: 'Overview' }).focus();
  for (let steps = 0; steps < 12 && (await tab.getAttribute('aria-selected')) !== 'true'; steps += 1)
    await page.keyboard.press('ArrowRight');
  await expect(tab).toBeFocused();
}

test('a pathway is begun, a step ticked with evidence and taken back, by keyboard alone', async ({ page, app }) => {
  await app.open(page);
  await signIn(page, 'Care coordinator');
  await openFirstPerson(page);
  await page.getByRole('button', { name: 'Begin a pathway' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Begin a pathway' });
  await dialog.getByRole('radio', { name: 'Discharge' }).press('Space');
  await dialog.locator('summary').press('Enter');
  await expect(dialog.getByText('Seen at home after discharge')).toBeVisible();
  await picture(page, 'pathway-begin');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Just done' }).getByText('Pathway begun: Discharge')).toBeVisible();

  const panel = page.getByRole('region', { name: 'Discharge', exact: true });
  await expect(panel.getByText('0 of 7 steps done')).toBeVisible();
  await panel.getByRole('button', { name: /^Done Ward rung/ }).press('Enter');
  await page.getByRole('textbox', { name: 'What shows it' }).fill('Ward sister rung, home on Friday.');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('1 of 7 steps done')).toBeVisible();
  await expect(panel.getByText('Ward sister rung, home on Friday.')).toBeVisible();

  await panel.getByRole('button', { name: /^Not needed Home ready/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Why it is not needed' }).fill('Lives with her daughter.');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('1 of 7 steps done, 1 not needed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(panel.getByText('1 of 7 steps done', { exact: true })).toBeVisible();
  await picture(page, 'pathway-steps');

  await page.getByRole('tab', { name: 'Pathways' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: 'Pathways' }).getByText('1 of 7 steps done')).toBeVisible();
  await picture(page, 'person-overview-pathways');
});
