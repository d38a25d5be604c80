// A process to be killed or starved: reconciles one generation under the lock and says how far it is. Arguments: root, generation, count.
import { withLock } from '../lock.ts';
import { reconcile } from '../reconcile.ts';
import { generation, options, unitsOf } from './tree.ts';

const [root = '', number = '', count = ''] = process.argv.slice(2);

function* units() {
  yield* unitsOf(generation(Number(number), Number(count)));
  process.stdout.write('staged\n');
}

process.stdout.write('ready\n');
await withLock({ root, onWait: () => process.stdout.write('waits\n') }, () =>
  reconcile(units(), options(root)),
);
process.stdout.write('done\n');
