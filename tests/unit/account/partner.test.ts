import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { PARTNER_MAX, partnerSetting } from '#lib/account/model/partner.ts';
import { isSound } from '#lib/record/field.ts';

const FAMILY = '👩‍👩‍👧‍👦';

test.each([
  ['Sam', 'Sam'],
  ['  my \n love ', 'my love'],
  ['Zoe\u0308', 'Zoë'],
  ['\u202emaS\u202c', 'maS'],
  ['می‌خواهم', 'می‌خواهم'],
  [' \u0000\t', ''],
  [null, ''],
  ['x'.repeat(41), 'x'.repeat(40)],
  [FAMILY.repeat(9), FAMILY.repeat(9)],
  [FAMILY.repeat(41), FAMILY.repeat(18)],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)]
])('a name given as %j reads %j', (given, name) => {
  expect(partnerSetting.read(given)).toBe(name);
});

test('one character with accents without end does not fit', () => {
  expect(partnerSetting.read(`Sam a${'\u0301'.repeat(500)}`)).toBe('Sam');
});

test('a browser that tells no characters apart counts code points', async () => {
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, 'Segmenter');
  vi.resetModules();
  const { partnerSetting: older } = await import('#lib/account/model/partner.ts');
  Object.assign(Intl, { Segmenter });
  expect(older.read('Zoe\u0308')).toBe('Zoë');
  expect(older.read('🦆'.repeat(41))).toBe('🦆'.repeat(40));
});

test('whatever is given, what it reads as is sound, one line, and no longer than a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (given) => {
      const name = partnerSetting.read(given);
      expect(isSound(partnerSetting.field.read, name)).toBe(true);
      expect(partnerSetting.read(name)).toBe(name);
      expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
      expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(PARTNER_MAX);
    })
  );
});
