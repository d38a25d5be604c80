// The lanes that every change is sorted into, worst first, and which of them a person must approve.

/** `unknown`: no table knows the field, and the kind keeps data or grants access. It blocks, as the worst would. */
export const lanes = [
  'data-loss',
  'stuck',
  'rejected',
  'exposure',
  'recoverability',
  'unknown',
  'downtime',
  'cost',
  'neutral',
] as const;

export type Lane = (typeof lanes)[number];

/** A lane as a heading says it, and what a change in it does. */
export const laneWords: Readonly<Record<Lane, { readonly name: string; readonly meaning: string }>> = {
  'data-loss': { name: 'data loss', meaning: 'destroys what no rollback brings back' },
  stuck: { name: 'stuck', meaning: 'is accepted and never applied: the cloud cannot change it in place' },
  rejected: { name: 'rejected', meaning: 'will be refused by the API server, so the sync fails' },
  exposure: { name: 'exposure', meaning: 'widens who may reach, read or change something' },
  recoverability: { name: 'recoverability', meaning: 'weakens backups, replicas or what guards them' },
  unknown: {
    name: 'unknown',
    meaning: 'changes what no table knows on a kind that keeps data or grants access',
  },
  downtime: { name: 'downtime', meaning: 'restarts, drains or takes capacity' },
  cost: { name: 'cost', meaning: 'changes what is paid for' },
  neutral: { name: 'neutral', meaning: 'does none of these' },
};

const blocking: ReadonlySet<Lane> = new Set<Lane>([
  'data-loss',
  'stuck',
  'rejected',
  'exposure',
  'recoverability',
  'unknown',
]);

/** Whether `render` and `check --base` refuse a change of this lane until it is approved. */
export function isBlocking(lane: Lane): boolean {
  return blocking.has(lane);
}

/** For sorting: the worst lane first. */
export function compareLanes(a: Lane, b: Lane): number {
  return lanes.indexOf(a) - lanes.indexOf(b);
}
