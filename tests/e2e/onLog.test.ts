import type { Facts } from '../../src/lib/account/model/entry.ts';
import type { PracticeTable } from '#lib/practices/registry.ts';
import { entryOn, everything, held, put, seed } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const NOON = new Date('2026-11-22T12:00Z');
const DAY = '2026-11-22';

interface Case {
  readonly table: PracticeTable;
  readonly facts: object;
  readonly entry: Facts;
  /** The address of its page, and what is pressed there to read it. */
  readonly path: string;
  readonly summary: string;
  /** The form's title, a field of it, and what the record says once that is changed. */
  readonly title: string;
  readonly field: string;
}

const CASES: readonly Case[] = [
  {
    table: 'promises',
    facts: { text: 'I call', by: 'me', due: DAY, outcome: 'kept' },
    entry: { kind: 'promise', by: 'me', outcome: 'kept', note: 'I call' },
    path: '/practice/promises/',
    summary: 'I call',
    title: 'Edit the promise',
    field: 'What’s the promise?'
  },
  {
    table: 'sharedTimes',
    facts: { what: 'Walk', on: DAY, minute: null, memory: 'Herons.', tookPlace: true },
    entry: { kind: 'experience', note: 'Walk' },
    path: '/practice/together/',
    summary: 'Walk',
    title: 'Edit the plan',
    field: 'One line to remember it by'
  },
  {
    table: 'disclosures',
    facts: { prompt: 'held_wish', note: 'I wish for quiet.', isDone: true },
    entry: { kind: 'act', by: 'me', act: 'was open without being asked' },
    path: '/practice/openness/',
    summary: 'I wish for quiet.',
    title: 'Edit the note',
    field: 'Just for you'
  },
  {
    table: 'checkIns',
    facts: {
      week: '2026-11-16',
      isTogether: true,
      felt: 'Well.',
      feltPartner: '',
      thanks: [],
      thanksPartner: [],
      line: '',
      hard: '',
      promise: '',
      together: ''
    },
    entry: { kind: 'experience' },
    path: '/practice/check-in/',
    summary: 'Together',
    title: 'Edit the check-in',
    field: 'Me'
  }
];

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const edit = (page: Page) => page.getByRole('button', { name: /^Edit the moment at / }).click();
const line = (page: Page) => page.getByRole('status').last();

/** Opens History with one entry, which the record has put on the log. */
async function openWith(page: Page, { table, facts, entry }: Case) {
  await page.clock.setFixedTime(NOON);
  await page.goto('/practice/promises/');
  await expect(page.getByLabel('What’s the promise?')).toBeVisible();
  await expect.poll(() => held(page, 'device')).toContain('migrated');
  const logged = entryOn(DAY, 7, entry);
  const { id, at, day, zone, updatedAt } = logged;
  await put(page, table, [{ id, at, day, zone, updatedAt, ...facts }]);
  await seed(page, [logged]);
  await page.goto('/history/');
}

for (const one of CASES) {
  test(`an entry that ${one.table} put on the log opens the form of its record`, async ({
    page
  }) => {
    await openWith(page, one);
    await edit(page);
    const sheet = page.getByRole('dialog', { name: one.title });
    await sheet.getByLabel(one.field).first().fill('A heron stood there.');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: /^Edit the moment at / })).toBeFocused();
    await expect(page).toHaveURL(/\/history\/$/);
    expect(await held(page, one.table)).toContain('A heron stood there.');
    await press(page, 'Undo');
    await expect(line(page)).toContainText('Undone');
    expect(await held(page, one.table)).not.toContain('A heron stood there.');
    // Another device learns that it was taken back: the entry knows when.
    expect((await everything(page))['entries']).toMatchObject([entryOn(DAY, 7, one.entry)]);
  });

  test(`deleted in History, ${one.table} keep the record, which says so`, async ({ page }) => {
    await openWith(page, one);
    await edit(page);
    await page
      .getByRole('dialog', { name: one.title })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(line(page)).toContainText('Deleted: ');
    await expect(page.getByText('Nothing logged yet')).toBeVisible();
    expect((await everything(page))[one.table]).toHaveLength(1);

    await page.goto(one.path);
    const past = page.locator('details').filter({ hasText: one.summary }).last();
    await past.locator('summary').click();
    await expect(past).toContainText('Not counted in your balance');
    await page.goto('/history/');
    await expect(page.getByText('Nothing logged yet')).toBeVisible();
  });
}

test('Balance and the log of today open the same form, and tell of the change', async ({
  page
}) => {
  const [promise] = CASES;
  if (!promise) throw new Error('there is no case');
  await openWith(page, promise);
  const sheet = page.getByRole('dialog', { name: promise.title });
  await page.goto('/balance/');
  await edit(page);
  await expect(sheet.getByLabel(promise.field)).toHaveValue('I call');
  await page.goto('/');
  await edit(page);
  await sheet.getByLabel(promise.field).fill('I write');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(line(page)).toContainText('Changed: I write');
  await expect(page.getByRole('listitem').filter({ hasText: 'I write' })).toBeVisible();
  await edit(page);
  await sheet.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'I write' })).toBeHidden();
});
