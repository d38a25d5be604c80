// Days as inputs write them, `2026-11-24`, in UTC: text that sorts as time does. Knows no clock.

/** Whether there is such a day. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The same day so many years later; the 29th of February becomes the 1st of March where there is none. */
export function addYears(text: string, years: number): string {
  const [year = 0, month = 0, day = 0] = partsOf(text);
  const later = year + years;
  return day > daysIn(later, month) ? writeDay(later, month + 1, 1) : writeDay(later, month, day);
}

/** Days from the first to the second; negative when the second comes first. */
export function daysBetween(first: string, second: string): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
}

function partsOf(text: string): number[] {
  return text.split('-').map(Number);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function writeDay(year: number, month: number, day: number): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
