// Schedules from promises: the rarest that keep them, each tenant at a minute of its own. Knows no object that runs them.
import type { Recovery, TierRecovery } from '../model/generated/inputs.ts';
import { minutesPerDay } from './calendar.ts';

/** Five fields of cron, in UTC. */
export interface Schedules {
  /** When AWS Backup takes a snapshot of the database. */
  readonly snapshots: string;
  /** When Velero saves the tenant's objects. */
  readonly objects: string;
  /** How far apart that is. */
  readonly objectMinutes: number;
}

/** Whole parts of an hour or a day, so that the gap is the same at midnight. The rarest first. */
const intervals: readonly number[] = [1440, 720, 480, 360, 240, 180, 120, 60, 30, 20, 15];

interface Interval {
  readonly minutes: number;
  /** Minutes of the day at which the first run of all may be. */
  readonly phases: readonly number[];
}

/**
 * @param promise what may be lost, and what another region holds of the database: only when that is snapshots do they
 *   carry the promise; else they are taken daily, to be kept for years
 * @param seed what spreads tenants over the hour: the tenant's id
 * @param cluster spreads what each of its clusters does by itself; the home alone takes snapshots, and keeps their minute
 *   wherever it is
 */
export function schedulesOf(
  promise: Pick<TierRecovery, 'rpoMinutes' | 'remote'>,
  mechanisms: Recovery,
  seed: string,
  cluster: string,
): Schedules {
  const { snapshots, objects } = mechanisms;
  const lag = snapshots.startWindowMinutes + snapshots.takeMinutes + snapshots.copyMinutes;
  const snapshotGap = promise.remote === 'snapshots' ? promise.rpoMinutes - lag : minutesPerDay;
  const objectGap = promise.rpoMinutes - objects.takeMinutes - objects.copyMinutes;
  const isFree = awayFromWindows(mechanisms);
  const saving = scheduleOf(objectGap, `${seed} objects ${cluster}`, () => true);
  return {
    snapshots: scheduleOf(snapshotGap, `${seed} snapshots`, isFree).cron,
    objects: saving.cron,
    objectMinutes: saving.minutes,
  };
}

/** Whether every tenant finds a minute of the day that no window forbids. */
export function leaveRoom(mechanisms: Recovery): boolean {
  const isFree = awayFromWindows(mechanisms);
  const minutes = Array.from({ length: 60 }, (_, minute) => minute);
  return minutes.every((minute) => phasesOf(minutesPerDay, minute, isFree).length > 0);
}

/** Where no interval is short enough the shortest is taken, and a rule says what it breaks. */
function scheduleOf(
  mostMinutes: number,
  seed: string,
  isFree: (minuteOfDay: number) => boolean,
): { readonly cron: string; readonly minutes: number } {
  const spread = spreadOf(seed);
  const minute = spread % 60;
  const possible = intervals
    .map((interval) => ({ minutes: interval, phases: phasesOf(interval, minute, isFree) }))
    .filter(({ phases }) => phases.length > 0);
  // A rule refuses windows that leave no minute at all.
  const never = { minutes: minutesPerDay, phases: [minute] };
  const chosen = possible.find(({ minutes }) => minutes <= mostMinutes) ?? possible.at(-1) ?? never;
  return { cron: renderCron(chosen, Math.floor(spread / 60)), minutes: chosen.minutes };
}

/** First runs of the day, at that minute of an hour, whose repetitions are free too. */
function phasesOf(interval: number, minute: number, isFree: (minuteOfDay: number) => boolean): number[] {
  const first =
    interval < 60 ? [minute % interval] : hoursOf(interval / 60).map((hour) => hour * 60 + minute);
  return first.filter((phase) => runsOf(interval, phase).every(isFree));
}

function hoursOf(count: number): number[] {
  return Array.from({ length: count }, (_, hour) => hour);
}

function runsOf(interval: number, phase: number): number[] {
  return Array.from({ length: minutesPerDay / interval }, (_, index) => phase + index * interval);
}

function renderCron({ minutes, phases }: Interval, spread: number): string {
  const phase = phases[spread % phases.length] ?? 0;
  const runs = runsOf(minutes, phase);
  if (minutes < 60) return `${runs.filter((run) => run < 60).join(',')} * * * *`;
  const hours = minutes === 60 ? '*' : runs.map((run) => Math.floor(run / 60)).join(',');
  return `${phase % 60} ${hours} * * *`;
}

/** A job may start as late as its start window allows, and none may start shortly before a window or in it. */
function awayFromWindows({ windows, snapshots }: Recovery): (minuteOfDay: number) => boolean {
  const margin = windows.clearMinutes + snapshots.startWindowMinutes;
  const closed = [windows.maintenance, windows.backup].map(({ start, minutes }) => {
    const [hour = 0, minute = 0] = start.split(':').map(Number);
    return { from: hour * 60 + minute - margin, length: margin + minutes };
  });
  return (minuteOfDay) =>
    closed.every(({ from, length }) => {
      const since = (((minuteOfDay - from) % minutesPerDay) + minutesPerDay) % minutesPerDay;
      return since >= length;
    });
}

/** FNV-1a over UTF-16 units: the same on every machine, and neighbours come out far from each other. */
export function spreadOf(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
