// Starts the command line, the compile cache first: whatever is imported after it comes from there. Knows no command.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

if (process.env.NODE_COMPILE_CACHE === undefined) {
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/tenantry/compile'));
}
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
