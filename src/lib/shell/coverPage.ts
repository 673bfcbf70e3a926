import { m } from '#i18n/paraglide/messages.js';

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
        [m.measures_flour(), '120 g', '60 g', '8 g'],
        [m.measures_sugar(), '200 g', '100 g', '12 g'],
        [m.measures_butter(), '227 g', '113 g', '14 g'],
        [m.measures_rice(), '185 g', '93 g', '12 g'],
        [m.measures_milk(), '240 ml', '120 ml', '15 ml']
      ]
    },
    {
      caption: m.measures_oven(),
      head: [m.measures_heat(), '°C', '°F', m.measures_gas()],
      rows: [
        [m.measures_low(), '150', '300', '2'],
        [m.measures_moderate(), '180', '350', '4'],
        [m.measures_hot(), '200', '400', '6'],
        [m.measures_very_hot(), '230', '450', '8']
      ]
    }
  ];
}
