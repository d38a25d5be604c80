// A CronJob's schedule is five fields that name times, in a time zone that exists. Knows the grammar of
// https://en.wikipedia.org/wiki/Cron as the controller reads it, without seconds.

import type { ICronJob } from 'kubernetes-models/batch/v1/CronJob';
import type { Cluster, Finding } from '../cluster.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const macro = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

interface Field {
  readonly low: number;
  readonly high: number;
  readonly words: readonly string[];
}

const fields: readonly Field[] = [
  { low: 0, high: 59, words: [] },
  { low: 0, high: 23, words: [] },
  { low: 1, high: 31, words: [] },
  { low: 1, high: 12, words: months },
  { low: 0, high: 6, words: days },
];

export function check(cluster: Cluster): Finding[] {
  return cluster.of<ICronJob>('batch/CronJob').flatMap((object): Finding[] => {
    const { schedule = '', timeZone } = object.value.spec ?? {};
    const findings: Finding[] = [];
    if (!isSchedule(schedule)) {
      findings.push({ object, path: ['spec', 'schedule'], message: `\`${schedule}\` is not a schedule.` });
    }
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      findings.push({ object, path: ['spec', 'timeZone'], message: `\`${timeZone}\` is not a time zone.` });
    }
    return findings;
  });
}

function isSchedule(schedule: string): boolean {
  if (macro.test(schedule)) return true;
  const parts = schedule.split(' ');
  return parts.length === fields.length && fields.every((field, index) => isField(parts[index] ?? '', field));
}

function isField(text: string, field: Field): boolean {
  return text.split(',').every((part) => {
    const [range = '', step, ...rest] = part.split('/');
    if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
    if (range === '*') return true;
    const ends = range.split('-').map((end) => readEnd(end, field));
    const [from, to = from] = ends;
    return ends.length <= 2 && from !== undefined && to !== undefined && from <= to;
  });
}

function readEnd(text: string, { low, high, words }: Field): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + low;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : undefined;
}

/** `Local` would be the controller's own zone; the API server refuses it. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '' && /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}
