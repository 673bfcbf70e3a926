// A made-up language: English with accents and two fifths longer, from right to left, with the digits
// and the plural forms of Arabic.
// @ts-check

export const LOCALE = 'ar-EG';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const ACCENTED = [...'åƀçđéƒğħîĵķļɱñöƥqŕšţůṽŵẋýžÅƁÇĐÉƑĞĦÎĴĶĻṀÑÖƤQŔŠŢŮṼŴẊÝŽ٠١٢٣٤٥٦٧٨٩'];
const VOWEL = /[aeiouy]/i;

/** Runs from right to left, whatever letters it's written in, until the end of it. */
const RIGHT_TO_LEFT = ['\u202e', '\u202c'];

/**
 * Translates a message. Its places stay as they are.
 *
 * @param {string} message
 */
export function pseudo(message) {
  return message.replace(/\{\w+\}|[\p{L}’]+|\d+/gu, (part) =>
    part.startsWith('{') ? part : /\d/.test(part) ? accented(part) : word(part)
  );
}

/** @param {string} plain */
function word(plain) {
  const letters = [...plain];
  let left = Math.ceil(letters.length * 0.4);
  const longer = letters.map((letter, at) => {
    const isLast = at === letters.length - 1;
    if (left === 0 || !(isLast || VOWEL.test(letter))) return letter;
    const more = isLast ? left : 1;
    left -= more;
    return letter + letter.toLowerCase().repeat(more);
  });
  return RIGHT_TO_LEFT.join(accented(longer.join('')));
}

/** @param {string} text */
function accented(text) {
  return [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
}
