import { addDays, type Day } from '#lib/time/day.ts';

/*
 * Whom to call, by region. Facts that age: each carries the day on which it was entered, and is to
 * be checked with its operator.
 */

/** A country by its ISO code, or a wider place. */
export type Region = (typeof REGIONS)[number];

/** In the order in which they can be chosen. */
export const REGIONS = [
  'AU',
  'CA',
  'DE',
  'ES',
  'FR',
  'GB',
  'IE',
  'IN',
  'IT',
  'NZ',
  'US',
  'europe',
  'elsewhere'
] as const;

/** A helpline. The words for its id are in the message files. */
export interface Helpline {
  readonly id: HelplineId;
  /** The number to call, spaced as its operator writes it. */
  readonly call?: string;
  /** The number to text, and the word to begin with where one is asked for. */
  readonly text?: { readonly number: string; readonly word?: string };
  readonly entered: Day;
}

/** What a helpline is for, and where. */
export type HelplineId =
  | 'au_abuse'
  | 'au_crisis'
  | 'ca_crisis'
  | 'de_abuse'
  | 'de_crisis'
  | 'es_abuse'
  | 'es_crisis'
  | 'fr_abuse'
  | 'fr_crisis'
  | 'gb_abuse'
  | 'in_abuse'
  | 'it_abuse'
  | 'samaritans'
  | 'us_abuse'
  | 'us_crisis'
  | 'us_text';

/** The numbers of a region. */
export interface Numbers {
  /** None where there is no one number. */
  readonly emergency?: string;
  readonly helplines: readonly Helpline[];
}

const entered = '2026-11-22';
const samaritans: Helpline = { id: 'samaritans', call: '116 123', entered };

/** Whom to call where. */
export const NUMBERS: Readonly<Record<Region, Numbers>> = {
  AU: {
    emergency: '000',
    helplines: [
      { id: 'au_abuse', call: '1800 737 732', entered },
      { id: 'au_crisis', call: '13 11 14', entered }
    ]
  },
  CA: {
    emergency: '911',
    helplines: [{ id: 'ca_crisis', call: '988', text: { number: '988' }, entered }]
  },
  DE: {
    emergency: '112',
    helplines: [
      { id: 'de_abuse', call: '116 016', entered },
      { id: 'de_crisis', call: '0800 111 0 111', entered }
    ]
  },
  ES: {
    emergency: '112',
    helplines: [
      { id: 'es_abuse', call: '016', entered },
      { id: 'es_crisis', call: '024', entered }
    ]
  },
  FR: {
    emergency: '112',
    helplines: [
      { id: 'fr_abuse', call: '3919', entered },
      { id: 'fr_crisis', call: '3114', entered }
    ]
  },
  GB: {
    emergency: '999',
    helplines: [{ id: 'gb_abuse', call: '0808 2000 247', entered }, samaritans]
  },
  IE: { emergency: '112', helplines: [samaritans] },
  IN: { emergency: '112', helplines: [{ id: 'in_abuse', call: '181', entered }] },
  IT: { emergency: '112', helplines: [{ id: 'it_abuse', call: '1522', entered }] },
  NZ: { emergency: '111', helplines: [] },
  US: {
    emergency: '911',
    helplines: [
      {
        id: 'us_abuse',
        call: '1-800-799-7233',
        text: { number: '88788', word: 'START' },
        entered
      },
      { id: 'us_crisis', call: '988', text: { number: '988' }, entered },
      { id: 'us_text', text: { number: '741741', word: 'HOME' }, entered }
    ]
  },
  europe: { emergency: '112', helplines: [] },
  elsewhere: { helplines: [] }
};

/** Countries without numbers of their own here in which 112 answers. */
const EUROPE =
  'AD AT BE BG CH CY CZ DK EE FI GR HR HU IS LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA';

/**
 * The region that a locale speaks of: 'en-GB' says GB. One without a country stands for where most
 * of the language's readers live.
 */
export function regionOfLocale(locale: Intl.Locale): Region {
  const country = locale.maximize().region ?? '';
  const known = REGIONS.find((region) => region === country);
  return known ?? (EUROPE.split(' ').includes(country) ? 'europe' : 'elsewhere');
}

/** Whether a number was entered more than a year before `today`. */
export function isOld({ entered }: Pick<Helpline, 'entered'>, today: Day): boolean {
  return addDays(entered, 365) < today;
}

/** Every helpline that is old, with the regions that name it. */
export function oldHelplines(
  today: Day
): { readonly line: Helpline; readonly regions: Region[] }[] {
  const lines = REGIONS.flatMap((region) => NUMBERS[region].helplines);
  return [...new Set(lines)]
    .filter((line) => isOld(line, today))
    .map((line) => ({
      line,
      regions: REGIONS.filter((region) => NUMBERS[region].helplines.includes(line))
    }));
}

/** The link that calls a number: 'tel:18007997233'. */
export function callLink(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}

/** The link that begins a text message (RFC 5724): 'sms:88788?body=START'. */
export function textLink({ number, word }: NonNullable<Helpline['text']>): string {
  return `sms:${number}${word ? `?body=${encodeURIComponent(word)}` : ''}`;
}
