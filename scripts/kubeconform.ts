// `npm run kubeconform [-- folder]`: the real kubeconform's opinion of the rendered tree. Exit 0 when clean or when
// no kubeconform can be had (it says so), 1 when an object is invalid. Knows neither how it is got nor how it is run.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { obtainBinary } from './kubeconform/binary.ts';
import { runKubeconform } from './kubeconform/run.ts';

const tree = process.argv[2] ?? fileURLToPath(new URL('../rendered', import.meta.url));

if (!existsSync(tree)) {
  console.error(`There is no ${tree}; \`npm run render\` makes it.`);
  process.exitCode = 1;
} else {
  const binary = await obtainBinary();
  if ('missing' in binary) console.log(`skipped: kubeconform: ${binary.missing}`);
  else {
    const { valid, faults } = runKubeconform(binary.path, tree);
    for (const fault of faults) console.error(fault);
    console.log(`kubeconform: ${valid} objects valid, ${faults.length} not`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
