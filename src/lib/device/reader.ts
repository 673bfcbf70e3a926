import { isWeekday, type Weekday } from '#lib/time/week.ts';

/** Taken where a browser names no language: English as the world writes it, and no country. */
const USUAL = 'en-001';

/** What the browser says that its reader prefers, the first language first. It need not be a tag. */
function preferred(): readonly string[] {
  return [navigator.language].concat(navigator.languages ?? []);
}

/** The reader's language and region: the first of these that is a language tag (BCP 47). */
export function readerLocale(tags = preferred()): Intl.Locale {
  return tags.map(localeOf).find((locale) => locale !== undefined) ?? new Intl.Locale(USUAL);
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** On which day weeks begin in the reader's region; Monday if the browser does not say. */
export function readerFirstDay(tags = preferred()): Weekday {
  const firstDay = weekInfo(readerLocale(tags))?.firstDay;
  return isWeekday(firstDay) ? firstDay : 1;
}

function weekInfo(reader: Intl.Locale & WeekInfoCarrier): WeekInfo | undefined {
  try {
    return reader.getWeekInfo?.() ?? reader.weekInfo;
  } catch {
    return undefined;
  }
}

/** Older browsers have a property instead of the method, and some have neither. */
interface WeekInfoCarrier {
  getWeekInfo?: () => WeekInfo;
  weekInfo?: WeekInfo;
}

interface WeekInfo {
  firstDay?: number;
}
