import { LINE_MAX, type Field } from '#lib/record/field.ts';
import { setting } from '#lib/record/setting.ts';
import { signsOf } from '#lib/record/words.ts';

/** The longest name, in characters as a reader counts them. */
export const PARTNER_MAX = 40;

/** Line breaks and other controls, and marks that turn around the text after them. */
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const name: Field<string> = {
  holds: { kind: 'line', max: PARTNER_MAX },
  blank: () => '',
  read(value, tell) {
    if (typeof value !== 'string') return void tell('text');
    const tidied = value.normalize().replace(UNFIT, ' ').trim().replace(/\s+/g, ' ');
    const cut = cutName(tidied);
    if (cut !== tidied) tell('partner-length');
    return cut;
  },
  words: (value) => (value === '' ? [] : [value])
};

/** What the user calls their partner; '' where they gave no name. */
export const partnerSetting = setting('partner', name);

/** Cuts between characters, so that no accent and no emoji is torn apart. */
function cutName(text: string): string {
  let cut = '';
  let count = 0;
  for (const sign of signsOf(text)) {
    count += 1;
    // One character can carry any number of accents.
    if (count > PARTNER_MAX || cut.length + sign.length > LINE_MAX) break;
    cut += sign;
  }
  return cut.trimEnd();
}
