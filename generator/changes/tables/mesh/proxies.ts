// What changes the proxies themselves, past what the rest of Istio checks: EnvoyFilter, WasmPlugin, TrafficExtension,
// Telemetry and ProxyConfig.
import { changed, either, from, lowered, removed, replaced, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { given } from '../depths.ts';
import { noHarm, verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { mesh } from './kind.ts';
import { envoyFilters, extensions, plugins, proxyConfigs, telemetries } from './source.ts';

const { tell, fine } = below('spec');

const targets = '{selector,targetRef,targetRefs}';

const envoyFilter = mesh(
  'networking',
  'EnvoyFilter',
  {
    created: verdict('exposure', 'it changes what proxies let through, and nothing checks it', envoyFilters),
    deleted: verdict('exposure', 'what it made proxies enforce is enforced no more', envoyFilters),
  },
  tell(changed, 'exposure', envoyFilters, {
    configPatches: 'it changes what proxies let through, and nothing checks it',
    '{workloadSelector,targetRefs}': 'other proxies are changed by it',
    priority: 'it counts before or behind others',
  }),
);

const code = {
  created: verdict('exposure', 'code that nothing checks sees and changes requests', extensions),
  deleted: verdict('exposure', 'what the code enforced is enforced no more', extensions),
};

const asks = 'other code sees and changes requests';

const wasmPlugin = mesh('extensions', 'WasmPlugin', code, [
  ...tell(changed, 'exposure', plugins, {
    '{url,sha256,verificationKey,vmConfig,type}': asks,
    pluginConfig: 'the code treats requests in another way',
    [`{${targets.slice(1, -1)},match,phase,priority}`]:
      'other requests pass the code, or pass it at another time',
  }),
  ...tell(to('FAIL_OPEN'), 'exposure', plugins, {
    failStrategy: 'requests pass without the code when it fails',
  }),
  ...tell(from('FAIL_OPEN'), 'downtime', plugins, {
    failStrategy: 'requests fail when the code does',
  }),
  ...fine('pluginName', 'imagePullPolicy', 'imagePullSecret', 'failStrategy'),
]);

const trafficExtension = mesh(
  'extensions',
  'TrafficExtension',
  code,
  tell(changed, 'exposure', extensions, {
    '{lua,wasm}': asks,
    '{selector,targetRefs,match,phase,priority}': 'other requests pass the code, or pass it at another time',
  }),
);

const telemetry = mesh(
  'telemetry',
  'Telemetry',
  {
    created: noHarm,
    deleted: verdict('exposure', 'requests are logged as the mesh says, or not at all', telemetries),
    nature: 'workload',
  },
  [
    ...tell(to(true), 'exposure', telemetries, {
      'accessLogging[].disabled': 'requests leave no trace in the access log',
    }),
    ...tell(given, 'exposure', telemetries, {
      'accessLogging[].filter': 'other requests leave a trace in the access log',
    }),
    ...tell(either(replaced, removed), 'exposure', telemetries, {
      'accessLogging[].providers[].name': 'the access log does not go there any more',
    }),
    ...tell(changed, 'exposure', telemetries, { [targets]: 'other requests are logged as it says' }),
  ],
);

const proxyConfig = mesh(
  'networking',
  'ProxyConfig',
  { created: noHarm, deleted: noHarm, nature: 'workload' },
  [
    ...tell(lowered(number), 'downtime', proxyConfigs, { concurrency: 'proxies have fewer threads' }),
    ...tell(to('debug'), 'exposure', proxyConfigs, {
      'image.imageType': 'proxies have a shell and tools in them',
    }),
  ],
);

export const proxies: readonly Knowledge[] = [
  envoyFilter,
  wasmPlugin,
  trafficExtension,
  telemetry,
  proxyConfig,
];
