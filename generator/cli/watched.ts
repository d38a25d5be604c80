// A run of the pipeline as a person at a terminal watches it: names that nothing bears are refused first, and a bar moves
// while units are made. Knows no command.
import { UnknownRevision } from '../load/revision.ts';
import type { Unit } from '../model/tree.ts';
import type { Watch } from '../pipeline.ts';
import type { Request } from '../plan.ts';
import { refuseUnknown, type Selection } from './selection.ts';
import { Progress } from './terminal/progress.ts';
import { UsageError } from './usage.ts';

/** @param onUnit hears of each unit before the bar moves */
export async function watched<Result>(
  request: Request & Selection,
  work: (watch: Watch) => Promise<Result>,
  onUnit: (unit: Unit) => void = () => undefined,
): Promise<Result> {
  const progress = new Progress(process.stderr);
  try {
    return await work({
      onPlan: (plan) => {
        refuseUnknown(request, plan);
        progress.total = plan.clusters.length + plan.tenants.length;
      },
      onUnit: (unit) => {
        onUnit(unit);
        progress.step(unit.input);
      },
    });
  } catch (error) {
    if (!(error instanceof UnknownRevision)) throw error;
    throw new UsageError(`${request.base} is no revision of this repository.`);
  } finally {
    progress.clear();
  }
}
