import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { readerLocale } from '#lib/device/reader.ts';
import { dayFromNumber, dayNumber, usableZone, type Day, type Moment } from '#lib/time/day.ts';
import { DAY_MS, MINUTE_MS } from '#lib/time/duration.ts';
import type { Week, Weekday } from '#lib/time/week.ts';

/*
 * Numbers and dates in the language of the words, with the customs of the reader's region:
 * English words with German dates are written the way English is written in Germany.
 */

let made: string | undefined;

function locale(): string {
  return (made ??= regional(getLocale(), readerLocale()));
}

function regional(language: string, reader: Intl.Locale): string {
  const { region } = reader.maximize();
  return new Intl.Locale(language, region ? { region } : {}).toString();
}

const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(JSON.stringify(options), () => new Intl.DateTimeFormat(locale(), options));
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(JSON.stringify(options), () => new Intl.NumberFormat(locale(), options));
}

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = formatters.get(key) as T | undefined;
  if (known) return known;
  const formatter = make();
  formatters.set(key, formatter);
  return formatter;
}

/** Replaces the hyphen that some locales write for minus: too short beside a plus. */
const withMinus = (text: string) => text.replace('-', '−');

/** Holds a time of 12 hours on one line: '6:40 PM' has a space to break at. */
const unbroken = (text: string) => text.replace(/\s/g, '\u00a0');

/** Formats a whole amount: '42', '−3'. */
export function formatAmount(amount: number): string {
  return withMinus(numbers({ maximumFractionDigits: 0 }).format(amount));
}

/** Reads a whole amount that was typed, in digits of the locale or others; NaN where it's none. */
export function parseAmount(text: string): number {
  const digits = Array.from({ length: 10 }, (_, digit) => formatAmount(digit));
  // A minus may have a mark before it that turns the direction.
  const plain = Array.from(text.replace(/[\s\p{Cf}]/gu, ''), (sign) => {
    const digit = digits.indexOf(sign);
    return sign === '−' ? '-' : digit < 0 ? sign : digit;
  });
  return plain.length === 0 ? NaN : Number(plain.join(''));
}

/** Formats a whole amount with its sign, except zero: '+1', '−3', '0'. */
export function formatSigned(amount: number): string {
  return withMinus(numbers({ maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(amount));
}

/**
 * Formats a number to two decimals in the language of the words, with a plus where it's asked for.
 * Independent of the reader's region, so a prerendered page may use it.
 */
export function formatPlain(value: number, signDisplay: 'auto' | 'exceptZero' = 'auto'): string {
  const options = { maximumFractionDigits: 2, signDisplay };
  const formatter = cached(
    `plain ${signDisplay}`,
    () => new Intl.NumberFormat(getLocale(), options)
  );
  return withMinus(formatter.format(value));
}

/** Little is not nothing: a share that rounds to none is called one in a hundred. */
const notNone = (share: number) => (share > 0 ? Math.max(share, 0.01) : share);

/** Formats a share of one as a whole percentage: '73%'. */
export function formatShare(share: number): string {
  return numbers({ style: 'percent', maximumFractionDigits: 0 }).format(notNone(share));
}

/** Formats a range between two shares of one: '62–82%'. */
export function formatPercents(low: number, high: number): string {
  const percents = numbers({ style: 'percent', maximumFractionDigits: 0 });
  return percents.formatRange(notNone(low), notNone(high));
}

/** Formats bytes in a readable unit: '1.2 MB'. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = units[power] ?? 'byte';
  const maximumFractionDigits = power === 0 ? 0 : 1;
  return numbers({ style: 'unit', unit, maximumFractionDigits }).format(bytes / 1000 ** power);
}

/** Formats a day in full: 'Sunday 22 November', with the year if it is another one. */
export function formatDay(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return utc({ weekday: 'long', day: 'numeric', month: 'long', ...year }).format(dateOf(day));
}

/** Formats a day as it's called today, or in full: 'yesterday', 'Sunday 22 November'. */
export function formatNearDay(day: Day, today: Day): string {
  const ahead = dayNumber(day) - dayNumber(today);
  return ahead === 0 || ahead === -1 ? relativeDay(ahead) : formatDay(day, today);
}

/** Formats a day without its weekday: '22 Nov 2026'. */
export function formatDate(day: Day): string {
  return utc({ day: 'numeric', month: 'short', year: 'numeric' }).format(dateOf(day));
}

/** Formats a week as a span of days: '16 – 22 Nov', with the year if it is another one. */
export function formatWeek({ start, end }: Week, today: Day): string {
  const year = end.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return formatSpan(start, end, year);
}

/** Formats a span of days: '31 Aug – 22 Nov 2026'. */
export function formatSpan(
  from: Day,
  to: Day,
  year: Intl.DateTimeFormatOptions = { year: 'numeric' }
): string {
  return utc({ day: 'numeric', month: 'short', ...year }).formatRange(dateOf(from), dateOf(to));
}

/** Formats a day and its month: '16 Nov'. */
export function formatShortDay(day: Day): string {
  return utc({ day: 'numeric', month: 'short' }).format(dateOf(day));
}

/** Formats the month of a day: 'Nov', or 'Nov 2026'. */
export function formatMonth(day: Day, withYear: boolean): string {
  const year = withYear ? { year: '2-digit' as const } : {};
  return utc({ month: 'short', ...year }).format(dateOf(day));
}

/** Formats the month of a day in full: 'October 2026'. */
export function formatFullMonth(day: Day): string {
  return utc({ month: 'long', year: 'numeric' }).format(dateOf(day));
}

/** Formats the time of day of an instant in its zone: '18:40'; '18:40 UTC' where the zone is not known here. */
export function formatTime(at: number, zone: string): string {
  const timeZone = usableZone(zone);
  const named = timeZone === zone ? {} : { timeZoneName: 'short' as const };
  return unbroken(dates({ hour: 'numeric', minute: '2-digit', timeZone, ...named }).format(at));
}

/** Names the clock of a zone: 'Japan Time'. */
export function formatZone(zone: string): string {
  const timeZone = usableZone(zone);
  const parts = dates({ timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Names a day of the week: 'Monday'. */
export function formatWeekday(weekday: Weekday): string {
  // 1970-01-05, day number 4, was a Monday.
  return utc({ weekday: 'long' }).format(dateOf(dayFromNumber(3 + weekday)));
}

/** Names a day of the week in short: 'Mon'. */
export function formatWeekdayShort(weekday: Weekday): string {
  return utc({ weekday: 'short' }).format(dateOf(dayFromNumber(3 + weekday)));
}

/** Formats a minute of the day: '18:40'. */
export function formatMinute(minute: number): string {
  return unbroken(utc({ hour: 'numeric', minute: '2-digit' }).format(minute * MINUTE_MS));
}

/** Formats a near day and time: 'tomorrow at 18:40', 'yesterday at 21:00', 'Tue, 24 Nov at 18:40'. */
export function formatSoon({ at, day, zone }: Moment, today: Day): string {
  const ahead = dayNumber(day) - dayNumber(today);
  const near =
    Math.abs(ahead) <= 1
      ? relativeDay(ahead)
      : utc({ weekday: 'short', day: 'numeric', month: 'short' }).format(dateOf(day));
  return m.day_at({ day: near, time: formatTime(at, zone) });
}

function relativeDay(ahead: number): string {
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(ahead, 'day');
}

/** Joins a list for a sentence: 'Mon, Wed and Fri'. */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts);
}

/** Lists examples or names, with no word before the last: 'Mon, Wed, Fri'. */
export function formatNames(parts: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'unit' }).format(parts);
}

/** Names a country, by its ISO code, in the language of the words: 'Germany'. */
export function formatCountry(code: string): string {
  return new Intl.DisplayNames(getLocale(), { type: 'region' }).of(code) ?? code;
}

/** Days are formatted at midnight in UTC, so that no zone moves them. */
function utc(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dates({ ...options, timeZone: 'UTC' });
}

function dateOf(day: Day): Date {
  return new Date(dayNumber(day) * DAY_MS);
}
