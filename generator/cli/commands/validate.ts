// `tenantry validate`: the inputs alone.
import { isClean } from '../../model/diagnostic.ts';
import { plan } from '../../plan.ts';
import type { Context } from '../context.ts';
import { exit } from '../exit.ts';
import { countOf } from '../terminal/count.ts';
import { speak, streamFor } from '../voices/speak.ts';

/** Tells every mistake in the inputs and returns the exit code. */
export async function runValidate(context: Context): Promise<number> {
  const { fleet, diagnostics } = await plan({ root: context.root });
  await speak(context, diagnostics);
  if (fleet === undefined || !isClean(diagnostics)) return exit.wrong;
  const tenants = countOf(fleet.tenants.size, 'tenant');
  streamFor(context).write(`${tenants} on ${countOf(fleet.clusters.size, 'cluster')}: no mistakes.\n`);
  return exit.clean;
}
