// A yardstick: the same objects of the first tenants of a fleet, written by cdk8s itself, one app for all of them.
// Arguments: the fleet's folder, the folder to write to, the number of tenants.
import { ApiObject, App, Chart } from 'cdk8s';
import { composeTenant } from '../../generator/compose/compose.ts';
import { loadConcerns } from '../../generator/compose/concerns.ts';
import { plan } from '../../generator/plan.ts';

const [root = '', outdir = '', count = '0'] = process.argv.slice(2);
const { fleet, tenants } = await plan({ root });
const concerns = await loadConcerns();
const wanted = new Set([...(fleet?.tenants.keys() ?? [])].slice(0, Number(count)));
const app = new App({ outdir });
for (const target of tenants.filter(({ tenant }) => wanted.has(tenant.id))) {
  for (const { path, manifests } of composeTenant(target, concerns)) {
    const chart = new Chart(app, path.replaceAll('/', '-'));
    manifests.forEach((manifest, index) => {
      new ApiObject(chart, String(index), structuredClone(manifest));
    });
  }
}
app.synth();
