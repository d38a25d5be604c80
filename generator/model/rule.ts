// What a rule is: one file in `generator/rules/`, whose file name is the code of every diagnostic it makes.
import type { Diagnostic } from './diagnostic.ts';
import type { Fleet } from './fleet.ts';
import type { TenantTarget } from './target.ts';

/** A finding before its rule's name is put on it. */
export type Finding = Omit<Diagnostic, 'code' | 'severity'> & { readonly severity?: Diagnostic['severity'] };

/** Looks at all inputs at once, also when only one tenant is rendered: for what must hold across the fleet. */
export interface FleetRule {
  readonly over: 'fleet';
  check(fleet: Fleet): Iterable<Finding>;
}

/** Looks at each tenant's file by itself: `fleet.tenants` holds those that are rendered, and no rule asks for others. */
export interface TenantRule {
  readonly over: 'tenant';
  check(fleet: Fleet): Iterable<Finding>;
}

/** Looks at one tenant on one cluster, complete with everything it inherits. */
export interface TargetRule {
  readonly over: 'target';
  check(target: TenantTarget, fleet: Fleet): Iterable<Finding>;
}

export type Rule = FleetRule | TenantRule | TargetRule;
