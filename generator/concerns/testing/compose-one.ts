// The objects of one concern for one target, for tests that ask what a changed target would get. Knows no other concern.
import { App, Chart } from 'cdk8s';
import { manifestsOf } from '../../compose/add.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { TenantTarget } from '../../model/target.ts';
import { plan } from '../../plan.ts';
import { exampleFleet } from '../../testing/inputs.ts';

const { tenants } = await plan({ root: exampleFleet });

/** Of the example fleet. */
export function exampleTarget(tenant: string, cluster = 'prod-use1'): TenantTarget {
  const target = tenants.find((one) => one.tenant.id === tenant && one.cluster.name === cluster);
  if (target === undefined) throw new Error(`The example fleet has no ${tenant} on ${cluster}.`);
  return target;
}

export function composeOne(compose: (chart: Chart) => void): Manifest[] {
  const chart = new Chart(new App(), 'one');
  compose(chart);
  return manifestsOf(chart);
}
