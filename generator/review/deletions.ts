// How much a change removes, held against the budget that `platform/platform.yaml` allows.
import { targetKind } from '../changes/documents.ts';
import { type Group, idOf } from '../changes/group.ts';
import type { Platform } from '../model/generated/inputs.ts';

export interface Deletions {
  /** Stands for exactly these deletions. */
  readonly id: string;
  /** The allowance that is exceeded; of both, the tenants'. */
  readonly key: 'objects' | 'tenants';
  readonly message: string;
}

/**
 * `undefined` within the budget.
 * @param budgetOf asked only when something is removed: what the base allowed has to be read there
 */
export function deletionsOf(
  groups: readonly Group[],
  budgetOf: () => Platform['deleteBudget'],
): Deletions | undefined {
  const deleted = groups.filter(({ kind }) => kind === 'deleted');
  if (deleted.length === 0) return undefined;
  const budget = budgetOf();
  const targets = deleted.filter(({ example }) => example.object.kind === targetKind.kind);
  const tenants = new Set(targets.flatMap(({ members }) => members.map(({ tenant }) => tenant))).size;
  const objects = deleted.reduce((sum, { members }) => sum + members.length, 0) - countMembers(targets);
  if (objects <= budget.objects && tenants <= budget.tenants) return undefined;
  const id = idOf(deleted.map((group) => group.id).sort());
  return tenants > budget.tenants
    ? {
        id,
        key: 'tenants',
        message: `This change takes ${tenants} tenants off their clusters; ${budget.tenants} at a time are allowed.`,
      }
    : {
        id,
        key: 'objects',
        message: `This change removes ${objects} objects; ${budget.objects} at a time are allowed.`,
      };
}

function countMembers(groups: readonly Group[]): number {
  return groups.reduce((sum, { members }) => sum + members.length, 0);
}
