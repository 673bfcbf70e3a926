import { held } from './seed.ts';
import { tracesOf } from './stored.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const WORD = 'lavender';

test('no word that was written stands in a title, an address, the history or the console', async ({
  page
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const left: string[] = [];
  const look = async () => left.push(await tracesOf(page));

  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill(WORD);
  await look();
  await press(page, 'Save');
  await look();
  await expect.poll(() => held(page, 'entries')).toContain(WORD);

  await page.goto('/history/');
  await page.getByRole('searchbox').fill(WORD);
  await expect(page.getByText(WORD)).toBeVisible();
  await look();

  await page.goto('/practice/questions/');
  const field = page.getByRole('region', { name: /^Step/ }).getByRole('textbox').first();
  await field.fill(WORD);
  for (let step = 1; step < 4; step++) await press(page, /^(Next|Skip)$/);
  await field.fill(WORD);
  await look();
  await press(page, 'Save');
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.getByRole('link', { name: /Check the thought/ }).click();
  await expect(page).toHaveURL(/\/practice\/thought\/$/);
  await look();
  left.push(...addresses);
  // An id would tell in which millisecond a record was made.
  expect(left.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect([...left, ...said].join('\n')).not.toContain(WORD);
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
