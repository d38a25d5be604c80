// `tenantry list`: which tenant runs where. A row is a tenant on a cluster.
import { isClean } from '../../model/diagnostic.ts';
import type { TenantTarget } from '../../model/target.ts';
import { plan } from '../../plan.ts';
import type { Context } from '../context.ts';
import { exit } from '../exit.ts';
import { renderTable } from '../terminal/table.ts';
import { clip } from '../terminal/visible.ts';
import { renderJson } from '../voices/json.ts';
import { speak } from '../voices/speak.ts';

interface Row {
  readonly tenant: string;
  readonly cluster: string;
  readonly tier: string;
  readonly lifecycle: string;
  /** The cluster that owns the database writer. */
  readonly home: string;
  /** Host and path where its users reach it. */
  readonly route: string;
}

const columns = 100;
const gap = 2;

/** Shows the table, or the rows as JSON, sorted by tenant and cluster. Inputs with mistakes have no list. */
export async function runList(context: Context): Promise<number> {
  const { tenants, diagnostics } = await plan({ root: context.root });
  if (!isClean(diagnostics)) {
    await speak(context, diagnostics);
    return exit.wrong;
  }
  const rows = tenants.map(rowOf).sort(byTenant);
  process.stdout.write(context.format === 'json' ? renderJson(rows) : renderRows(rows));
  return exit.clean;
}

function rowOf({ tenant, cluster, tier }: TenantTarget): Row {
  return {
    tenant: tenant.id,
    cluster: cluster.name,
    tier: tier.name,
    lifecycle: tenant.lifecycle,
    home: tenant.home,
    route: `${tenant.routing.host}${tenant.routing.prefix}`,
  };
}

function byTenant(a: Row, b: Row): number {
  if (a.tenant !== b.tenant) return a.tenant < b.tenant ? -1 : 1;
  return a.cluster < b.cluster ? -1 : 1;
}

/** At most 100 columns: a longer route is cut. Every tenant has one row that is its home. */
function renderRows(rows: readonly Row[]): string {
  const header = ['tenant', 'cluster', 'home', 'tier', 'lifecycle', 'route'] as const;
  const cells = rows.map(({ tenant, cluster, home, tier, lifecycle, route }) => ({
    short: [tenant, cluster, home === cluster ? 'yes' : 'no', tier, lifecycle],
    route,
  }));
  const widths = header.slice(0, -1).map((name, column) => {
    return gap + Math.max(name.length, ...cells.map(({ short }) => short[column]?.length ?? 0));
  });
  const room = widths.reduce((rest, width) => rest - width, columns);
  return renderTable(
    header,
    cells.map(({ short, route }) => [...short, clip(route, room)]),
  );
}
