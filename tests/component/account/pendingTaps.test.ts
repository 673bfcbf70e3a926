import { afterEach, expect, test } from 'vitest';
import {
  addUnsaved,
  clearUnsaved,
  dropUnsaved,
  readUnsaved
} from '#lib/account/store/pendingTaps.ts';
import { entry } from '../ground.ts';

const KEY = 'toward.unsaved';
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? '[]');

afterEach(clearUnsaved);

test('what another tab keeps for a retry stays, whatever this one adds or drops', () => {
  addUnsaved([entry(1)]);
  // The other tab read the list, and added its own.
  localStorage.setItem(KEY, JSON.stringify([...stored(), entry(2)]));
  addUnsaved([entry(3), entry(1)]);
  expect(stored()).toEqual([entry(1), entry(2), entry(3)]);
  dropUnsaved(entry(1).id);
  expect(readUnsaved()).toEqual([entry(2), entry(3)]);
  dropUnsaved(entry(3).id);
  dropUnsaved(entry(2).id);
  expect(localStorage.getItem(KEY)).toBeNull();
});

test('where there is no room it waits on the page, and is written down when there is', () => {
  const room = 'x'.repeat(5 * 1024 * 1024 - 2000);
  localStorage.setItem('filler', room);
  const many = Array.from({ length: 20 }, (_, at) => entry(at + 1));
  addUnsaved(many);
  expect(localStorage.getItem(KEY)).toBeNull();
  expect(readUnsaved()).toEqual(many);
  localStorage.removeItem('filler');
  addUnsaved([]);
  expect(stored()).toEqual(many);
});
