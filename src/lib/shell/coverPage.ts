import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { formatPlain } from '#lib/ui/format.ts';

/** A table. The first cell of each row is its heading. */
interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Lists common measures, by the US cup of 236.6 ml, rounded as in a kitchen. */
export function measures(): Table[] {
  return [
    {
      caption: m.measures_cups(),
      head: [m.measures_what(), m.measures_cup(), m.measures_half(), m.measures_spoon()],
      rows: [
        [m.measures_flour(), grams(120), grams(60), grams(8)],
        [m.measures_sugar(), grams(200), grams(100), grams(12)],
        [m.measures_butter(), grams(227), grams(113), grams(14)],
        [m.measures_rice(), grams(185), grams(93), grams(12)],
        [m.measures_milk(), milliliters(240), milliliters(120), milliliters(15)]
      ]
    },
    {
      caption: m.measures_oven(),
      head: [m.measures_heat(), '°C', '°F', m.measures_gas()],
      rows: [
        [m.measures_low(), ...numbers(150, 300, 2)],
        [m.measures_moderate(), ...numbers(180, 350, 4)],
        [m.measures_hot(), ...numbers(200, 400, 6)],
        [m.measures_very_hot(), ...numbers(230, 450, 8)]
      ]
    }
  ];
}

const numbers = (...values: readonly number[]) => values.map((value) => formatPlain(value));
const grams = (amount: number) => inUnits(amount, 'gram');
const milliliters = (amount: number) => inUnits(amount, 'milliliter');

function inUnits(amount: number, unit: string): string {
  return new Intl.NumberFormat(getLocale(), { style: 'unit', unit }).format(amount);
}
