// Preloaded into a measured process: writes its CPU time and peak memory to a file when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env.TENANTRY_BENCH_USAGE;
if (file !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      file,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 }),
    );
  });
}
