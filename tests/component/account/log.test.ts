import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Editor from '#lib/account/log/Editor.svelte';
import EntryEditor from '#lib/account/log/EntryEditor.svelte';
import { firstFields } from '#lib/account/log/entryFields.ts';
import EntryForm from '#lib/account/log/EntryForm.svelte';
import { type Done, Editing } from '#lib/account/log/entryEditor.svelte.ts';
import type { Act } from '#lib/account/model/acts.ts';
import { type Entry, type Facts, newEntry } from '#lib/account/model/entry.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { addUnsaved, clearUnsaved, dropUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { entriesOn } from '#lib/account/store/queries.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { Pad } from '#lib/account/log/pad.svelte.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { here } from '#lib/time/clock.ts';
import { momentFromLocal } from '#lib/time/day.ts';
import { db } from '../database.ts';
import { entry, startAnew, tapOf } from '../ground.ts';
import { make } from '../making.svelte.ts';
import { DATA_KEY, seal } from '../lock/key.ts';

describe('the editor of an entry', () => {
  const ACTS: readonly Act[] = [
    { name: 'helped', hidden: true },
    { name: 'kiss' },
    { name: 'a map' }
  ];
  const LOCAL_NOW = '2026-11-22T18:40';
  const HARD = [entry(7, { kind: 'bid', by: 'me', response: 'against' })];

  function entryOf(facts: Facts, local = '2026-11-22T08:15', zone = 'Europe/Berlin'): Entry {
    const now = momentFromLocal(local, zone).at + 12_345;
    return newEntry(facts, { id: '01900000-0000-7000-8000-000000000001', now, zone });
  }

  /** Opens the form and keeps what leaves it. */
  async function open(entry?: Entry) {
    const left: unknown[] = [];
    await render(EntryEditor, {
      entry,
      acts: ACTS,
      hard: HARD,
      localNow: LOCAL_NOW,
      onsave: (facts, local) => left.push({ facts, local }),
      ondelete: () => left.push('delete'),
      oncancel: () => left.push('cancel'),
      onclose: () => left.push('close')
    });
    return left;
  }

  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();
  const save = () => page.getByRole('button', { name: 'Save' }).click();
  const note = () => page.getByRole('textbox', { name: 'Note' });

  afterEach(() => cleanup());

  test('a bid leaves with its warmth, what it was about and a note', async () => {
    const left = await open(entryOf({ kind: 'bid', by: 'partner', response: 'toward' }));
    await page.getByRole('checkbox', { name: 'It felt really warm' }).click();
    await choose('good news');
    await note().fill('  the new job ');
    await save();
    expect(left).toEqual([
      {
        facts: {
          kind: 'bid',
          by: 'partner',
          response: 'toward',
          warm: true,
          about: 'good news',
          note: 'the new job'
        },
        local: undefined
      }
    ]);
    // What a form's proxy would not survive on its way to the disk.
    expect(structuredClone(left)).toEqual(left);
  });

  test.each(['worry', 'reassurance', 'distance'] as const)(
    'a bid can be about %s',
    async (about) => {
      const left = await open(entryOf({ kind: 'bid', by: 'me', response: 'toward' }));
      await choose(
        { worry: 'a worry', reassurance: 'reassurance', distance: 'feeling distant' }[about]
      );
      await save();
      expect(left).toMatchObject([{ facts: { kind: 'bid', by: 'me', about } }]);
    }
  );

  test('only a toward is warm', async () => {
    const left = await open(entryOf({ kind: 'bid', by: 'me', response: 'toward', warm: true }));
    await choose('They missed it');
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
    await save();
    expect(left).toEqual([
      { facts: { kind: 'bid', by: 'me', response: 'away' }, local: undefined }
    ]);
  });

  test('what a bid was about can be taken back', async () => {
    const left = await open(
      entryOf({ kind: 'bid', by: 'partner', response: 'away', about: 'help', note: 'dishes' })
    );
    await choose('skip');
    await note().fill(' ');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'bid', by: 'partner', response: 'away' }, local: undefined }
    ]);
  });

  test('an act that is no longer on the pad stays what it was', async () => {
    const left = await open(entryOf({ kind: 'act', by: 'partner', act: 'helped' }));
    await choose('I did');
    await save();
    expect(left).toEqual([{ facts: { kind: 'act', by: 'me', act: 'helped' }, local: undefined }]);
  });

  test('an act can be told in own words, and needs some', async () => {
    const left = await open(entryOf({ kind: 'act', by: 'partner', act: 'kiss' }));
    await page.getByRole('combobox', { name: 'Which act' }).selectOptions('something else');
    await page.getByRole('textbox', { name: 'In your words' }).fill('  ');
    await save();
    expect(left).toEqual([]);
    await page.getByRole('textbox', { name: 'In your words' }).fill('warmed the car');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'act', by: 'partner', act: 'warmed the car' }, local: undefined }
    ]);
  });

  test('making up can be linked to the moment that came before, and to none', async () => {
    const of = HARD[0]?.id ?? '';
    const left = await open(entryOf({ kind: 'repair' }));
    const after = page.getByRole('combobox', { name: 'After which hard moment' });
    await after.selectOptions(of);
    await save();
    await after.selectOptions('none in particular');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'repair', of }, local: undefined },
      { facts: { kind: 'repair' }, local: undefined }
    ]);
  });

  test('a repair keeps the entry that it mends', async () => {
    const of = '01900000-0000-7000-8000-000000000009';
    const left = await open(entryOf({ kind: 'repair', by: 'me', of }));
    await choose('they did');
    await save();
    expect(left).toEqual([{ facts: { kind: 'repair', by: 'partner', of }, local: undefined }]);
  });

  test('a promise is theirs or mine, kept or broken', async () => {
    const left = await open(entryOf({ kind: 'promise', by: 'partner', outcome: 'kept' }));
    await choose('mine');
    await choose('not kept');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'promise', by: 'me', outcome: 'broken' }, local: undefined }
    ]);
  });

  test('a new one begins with its kind, and leaves with its time', async () => {
    const left = await open();
    await choose('time together');
    await choose('Another time');
    await page.getByLabelText('Date and time').fill('2026-11-20T21:05');
    await note().fill('the lake');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'experience', note: 'the lake' }, local: '2026-11-20T21:05' }
    ]);
  });

  test('a new one of last night needs no picker', async () => {
    const left = await open();
    await choose('time together');
    await expect.element(page.getByRole('radio', { name: 'Just now' })).toBeChecked();
    await choose('Last night');
    await expect.element(page.getByText(/^yesterday at (21:00|9:00.PM)$/)).toBeVisible();
    await expect.element(page.getByLabelText('Date and time')).not.toBeInTheDocument();
    await save();
    expect(left).toEqual([{ facts: { kind: 'experience' }, local: '2026-11-21T21:00' }]);
  });

  test('a new act begins with the first one on the pad', async () => {
    const left = await open();
    await choose('a small act');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'act', by: 'partner', act: 'kiss' }, local: '2026-11-22T18:40' }
    ]);
  });

  test('a time that has not come is not taken', async () => {
    const left = await open(entryOf({ kind: 'experience' }));
    await page.getByLabelText('When').fill('2026-11-22T18:41');
    await save();
    expect(left).toEqual([]);
    await page.getByLabelText('When').fill('2026-11-22T18:40');
    await save();
    expect(left).toEqual([{ facts: { kind: 'experience' }, local: '2026-11-22T18:40' }]);
  });

  test('one that is dated later stays there or goes back, and moves no further', async () => {
    const left = await open(entryOf({ kind: 'experience' }, '2027-01-01T10:00'));
    await page.getByLabelText('When').fill('2026-12-31T10:00');
    await save();
    expect(left).toEqual([]);
    await page.getByLabelText('When').fill('2026-11-22T10:00');
    await save();
    expect(left).toEqual([{ facts: { kind: 'experience' }, local: '2026-11-22T10:00' }]);
  });

  test('what was half filled in on another day says so, and can be of now', async () => {
    const left: unknown[] = [];
    await render(EntryEditor, {
      entry: undefined,
      acts: ACTS,
      localNow: LOCAL_NOW,
      zone: 'Asia/Tokyo',
      fields: { ...firstFields(undefined, ACTS, '2026-11-19T23:50'), kind: 'experience' },
      onsave: (_, local) => left.push(local),
      oncancel: () => undefined,
      onclose: () => undefined
    });
    await expect.element(page.getByText('Thursday 19 November')).toBeVisible();
    await expect.element(page.getByLabelText('Date and time')).toHaveAccessibleDescription(/Japan/);
    await page.getByRole('button', { name: 'Change to now' }).click();
    await expect.element(page.getByText('Thursday 19 November')).not.toBeInTheDocument();
    await save();
    expect(left).toEqual([LOCAL_NOW]);
  });

  test('left open over midnight, it takes a time of the new day', async () => {
    const left: unknown[] = [];
    const { rerender } = await render(EntryEditor, {
      entry: undefined,
      acts: ACTS,
      localNow: '2026-11-22T23:50',
      fields: { ...firstFields(undefined, ACTS, '2026-11-22T23:50'), kind: 'experience' },
      onsave: (_, local) => left.push(local),
      oncancel: () => undefined,
      onclose: () => undefined
    });
    await rerender({ localNow: '2026-11-23T00:10' });
    await choose('Another time');
    const field = page.getByLabelText('Date and time');
    await field.fill('2026-11-23T00:15');
    await save();
    expect(left).toEqual([]);
    await field.fill('2026-11-23T00:05');
    await save();
    expect(left).toEqual(['2026-11-23T00:05']);
  });

  test('an entry from a clock that is ahead of this one can be saved as it is', async () => {
    const left = await open(entryOf({ kind: 'experience' }, '2026-11-23T02:00', 'Asia/Tokyo'));
    await note().fill('from the plane');
    await save();
    expect(left).toEqual([
      { facts: { kind: 'experience', note: 'from the plane' }, local: undefined }
    ]);
  });

  test('by keyboard: arrows choose, Enter saves, Escape closes', async () => {
    const left = await open(entryOf({ kind: 'promise', by: 'partner', outcome: 'kept' }));
    // The way out comes first.
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(note()).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(left).toEqual([
      { facts: { kind: 'promise', by: 'me', outcome: 'kept' }, local: undefined }
    ]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => left.at(-1)).toBe('close');
  });

  test('a press beside it closes it, unless it began inside', async () => {
    const left = await open(entryOf({ kind: 'experience' }));
    await note().fill('half a th');
    await userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });
    await expect.poll(() => left).toEqual(['close']);
  });

  test('the focus comes back to where it was', async () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    await open(entryOf({ kind: 'experience' }));
    expect(document.activeElement).not.toBe(button);
    cleanup();
    expect(document.activeElement).toBe(button);
    button.remove();
  });

  test('delete asks nothing', async () => {
    const left = await open(entryOf({ kind: 'experience' }));
    await page.getByRole('button', { name: 'Delete' }).click();
    expect(left).toEqual(['delete']);
  });
});

describe('the form of an entry', () => {
  const TALK = 'We talked until late, and then';
  const note = () => page.getByRole('textbox', { name: 'Note' });
  const drafts = () => db.drafts.toArray();

  beforeEach(async () => {
    await startAnew();
    await record(entry(1));
  });
  afterEach(() => cleanup());

  /** The form, opened for an entry or for a new one. */
  async function open(one?: ReturnType<typeof entry>) {
    const done: Done[] = [];
    const editing = new Editing((what) => done.push(what));
    editing.open(one);
    if (!editing.opened) throw new Error('it is not open');
    await render(EntryForm, { editing, opened: editing.opened });
    return done;
  }

  test('a making up offers the hard moments before it, of the two weeks up to its own day', async () => {
    const made = entry(5, { kind: 'repair' }, 20);
    const snap = { kind: 'bid', by: 'me', response: 'against' } as const;
    for (const one of [made, entry(2, snap, 19), entry(3, snap, 21), entry(4, snap, 5)]) {
      await record(one);
    }
    await open(made);
    const after = page.getByRole('combobox', { name: 'After which hard moment' });
    await expect.element(after).toBeVisible();
    const values = [...(after.element() as HTMLSelectElement).options].map(({ value }) => value);
    expect(values).toEqual(['', entry(2).id]);
  });

  test('what is half written about an entry is there again, also after a lock, until it is saved', async () => {
    await seal();
    await open(entry(1));
    await note().fill(TALK);
    cleanup();
    await expect.poll(drafts).toHaveLength(1);
    dropKey();
    await takeKey(DATA_KEY);
    await open();
    await expect.element(note()).toHaveValue('');
    cleanup();

    const done = await open(entry(1));
    await expect.element(note()).toHaveValue(TALK);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => done).toMatchObject([{ what: 'noted' }]);
    expect(await entriesOn([entry(1).day])).toMatchObject([{ note: TALK }]);
    await expect.poll(drafts).toEqual([]);
  });

  const beside = () =>
    userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });

  // Android's "back" asks a sheet to close as Escape does.
  test.each<[string, () => Promise<void>]>([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['Close', () => page.getByRole('button', { name: 'Close' }).click()],
    ['a press beside it', beside]
  ])('%s closes the sheet, and what was written is there again', async (_, close) => {
    const editing = new Editing(() => undefined);
    editing.open(entry(1));
    await render(Editor, { editing });
    await note().fill(TALK);
    await close();
    await expect.element(note()).not.toBeInTheDocument();
    editing.open(entry(1));
    await expect.element(note()).toHaveValue(TALK);
  });

  test('whoever cancels wants nothing kept', async () => {
    await open();
    await note().fill(TALK);
    await expect.poll(drafts).toHaveLength(1);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(drafts).toEqual([]);
  });

  test('with an entry goes what was half written about it', async () => {
    await open(entry(1));
    await note().fill(TALK);
    cleanup();
    await expect.poll(drafts).toHaveLength(1);
    await retract(entry(1).id);
    expect(await drafts()).toEqual([]);

    await record(entry(1));
    await open(entry(1));
    await note().fill(TALK);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(async () => (await entriesOn([entry(1).day])).length).toBe(0);
    cleanup();
    await expect.poll(drafts).toEqual([]);
  });
});

test('two hard moments within ten minutes offer a pause, across midnight too', async () => {
  await startAnew();
  const [pad, end] = make(() => new Pad(() => undefined));
  const offered = () =>
    pad.said.what === 'done' ? pad.said.actions?.map(({ label }) => label) : undefined;
  const missed = { kind: 'bid', by: 'partner', response: 'away' } as const;
  const tapAt = (local: string) => pad.tap(missed, momentFromLocal(local, here()).at);
  await tapAt('2026-11-22T23:57');
  expect(offered()).not.toContain('Pause');
  await tapAt('2026-11-23T00:04');
  expect(offered()).toContain('Pause');
  end();
});

describe('taps that are not saved yet', () => {
  const KEY = 'toward.unsaved';
  const stored = () => JSON.parse(localStorage.getItem(KEY) ?? '[]');

  afterEach(clearUnsaved);

  test('one that belongs to an answer is not tried again without the answer', async () => {
    const [pad, end] = make(() => new Pad(() => undefined));
    const refuse = () => Promise.reject(new StorageError('full', undefined));
    const joint = { write: refuse, takeBack: refuse };
    expect(await pad.tap({ kind: 'experience' }, Date.now(), joint)).toBe(false);
    expect(pad.said).toMatchObject({ what: 'fault', fault: 'full' });
    expect(readUnsaved()).toEqual([]);
    end();
  });

  test('what another tab keeps for a retry stays, whatever this one adds or drops', () => {
    addUnsaved([tapOf(entry(1))]);
    // The other tab read the list, and added its own.
    localStorage.setItem(KEY, JSON.stringify([...stored(), tapOf(entry(2))]));
    addUnsaved([tapOf(entry(3)), tapOf(entry(1))]);
    expect(stored()).toEqual([tapOf(entry(1)), tapOf(entry(2)), tapOf(entry(3))]);
    dropUnsaved(entry(1).id);
    expect(readUnsaved()).toEqual([tapOf(entry(2)), tapOf(entry(3))]);
    dropUnsaved(entry(3).id);
    dropUnsaved(entry(2).id);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test('where there is no room it waits on the page, and is written down when there is', () => {
    const room = 'x'.repeat(5 * 1024 * 1024 - 2000);
    localStorage.setItem('filler', room);
    const many = Array.from({ length: 20 }, (_, at) => tapOf(entry(at + 1)));
    addUnsaved(many);
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(readUnsaved()).toEqual(many);
    localStorage.removeItem('filler');
    addUnsaved([]);
    expect(stored()).toEqual(many);
  });

  test('what an older version has left is the entries alone', () => {
    localStorage.setItem(KEY, JSON.stringify([entry(1)]));
    expect(readUnsaved()).toEqual([tapOf(entry(1))]);
  });
});
