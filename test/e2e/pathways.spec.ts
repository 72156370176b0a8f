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

test('a template by keyboard: a step is added and moved, kept over a lock, saved as the next version; out of use and back', async ({
  page,
  app,
}) => {
  await app.open(page);
  await signIn(page, 'Team lead');
  await page.getByRole('link', { name: 'Settings', exact: true }).press('Enter');
  const templates = page.getByRole('region', { name: 'Pathway templates' });
  await expect(templates.getByRole('row', { name: /^Respiratory/ })).toBeVisible();
  await templates.scrollIntoViewIfNeeded();
  await picture(page, 'settings-pathways');
  await templates.getByRole('link', { name: /^Respiratory/ }).press('Enter');

  const steps = page.getByRole('group', { name: /^Steps/ }).getByRole('listitem');
  await expect(steps).toHaveCount(7);
  await page.getByRole('button', { name: 'Add a step' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Step 8: what is done' })).toBeFocused();
  await page.keyboard.type('Rescue pack explained');
  await page.getByRole('button', { name: 'Move up: step 8' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Step 7: what is done' })).toHaveValue('Rescue pack explained');
  await expect(page.getByRole('button', { name: 'Move up: step 7' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Choose who does it' })).toBeVisible();
  await steps.nth(6).getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Community nurse' });
  await picture(page, 'pathway-template');

  await expect(page.getByText(/draft kept/)).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await signIn(page, 'Team lead');
  await expect(page.getByRole('textbox', { name: 'Step 7: what is done' })).toHaveValue('Rescue pack explained');
  await page.getByRole('button', { name: 'Save as version 2' }).press('Enter');
  const saved = page.getByRole('region', { name: 'Pathway templates' }).getByRole('row', { name: /^Respiratory/ });
  await expect(saved.getByRole('cell', { name: '8', exact: true })).toBeVisible();
  await expect(saved.getByRole('cell', { name: '2', exact: true })).toBeVisible();

  await saved.getByRole('button', { name: /^Take out of use/ }).press('Enter');
  await expect(saved).toContainText('Out of use since');
  await page.keyboard.press('Control+z');
  await expect(saved).toContainText('In use');
});
