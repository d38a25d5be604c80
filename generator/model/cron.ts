// What is wrong with a five-field cron expression, by the rules of the parser that Kubernetes uses
// (github.com/robfig/cron v3, `spec.go`): Sunday is 0 and never 7. General libraries accept 7, and the API server would not.

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  { name: 'day of the week', least: 0, most: 6 },
];

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A sentence, or `undefined` when the expression is valid and comes due at least every few years. */
export function findCronMistake(text: string): string | undefined {
  const parts = text.split(' ');
  if (parts.length !== fields.length) return `It has ${parts.length} fields; five are needed.`;
  for (const [index, field] of fields.entries()) {
    const mistake = (parts[index] ?? '').split(',').map((item) => findItemMistake(item, field));
    const first = mistake.find((sentence) => sentence !== undefined);
    if (first !== undefined) return first;
  }
  return isNeverDue(parts) ? 'None of its months has any of its days, so it never comes due.' : undefined;
}

function findItemMistake(item: string, { name, least, most }: Field): string | undefined {
  if (item === '') return `There is an empty entry in the ${name}.`;
  const match = /^(?:\*|([0-9]{1,4})(?:-([0-9]{1,4}))?)(?:\/([0-9]{1,4}))?$/.exec(item);
  if (match === null) return `\`${item}\` is not a ${name}.`;
  const [from, to, step] = match
    .slice(1)
    .map((digits: string | undefined) => (digits === undefined ? undefined : Number(digits)));
  const outside = [from, to].find((value) => value !== undefined && (value < least || value > most));
  if (outside !== undefined) return `The ${name} is ${least} to ${most}, not ${outside}.`;
  if (from !== undefined && to !== undefined && from > to) return `The ${name} \`${item}\` runs backwards.`;
  if (step === 0) return `The step of \`${item}\` is 0.`;
  if (step !== undefined && step > most - least)
    return `The step of \`${item}\` is greater than the whole range, ${least} to ${most}.`;
  return undefined;
}

/** A day of the week other than `*` makes it due whatever the day of the month says. */
function isNeverDue([, , days = '*', months = '*', weekdays = '*']: readonly string[]): boolean {
  if (days.includes('*') || weekdays !== '*') return false;
  const firstDay = Math.min(...days.split(',').map((item) => Number.parseInt(item, 10)));
  return monthsIn(months).every((month) => (daysOfMonth[month - 1] ?? 0) < firstDay);
}

function monthsIn(text: string): number[] {
  const all = daysOfMonth.map((_, index) => index + 1);
  return all.filter((month) =>
    text.split(',').some((item) => {
      const [range = '', step] = item.split('/');
      const [from, to] = range === '*' ? [1, 12] : range.split('-').map(Number);
      const last = to ?? (step === undefined ? from : 12);
      return month >= (from ?? 1) && month <= (last ?? 12) && (month - (from ?? 1)) % Number(step ?? 1) === 0;
    }),
  );
}
