// Which calls are tried again. A payment that is made twice is worse than one that failed.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeOne, exampleTarget } from '../testing/compose-one.ts';
import { compose } from './traffic.ts';

const test = suite('traffic');
const acme = exampleTarget('acme');

interface Route {
  readonly match?: readonly { readonly method: { readonly exact: string } }[];
  readonly timeout: string;
  readonly retries: { readonly attempts: number; readonly retryOn: string; readonly perTryTimeout?: string };
}

function routesOf(name: string): Route[] {
  const service = acme.services.find((one) => one.name === name);
  assert.ok(service);
  const all = composeOne((chart) => compose(chart, acme, service));
  return all.flatMap(({ kind, spec }) =>
    kind === 'VirtualService' ? (spec as { readonly http: Route[] }).http : [],
  );
}

test('what may change something is tried again only when no pod has seen it', () => {
  const last = routesOf('billing').at(-1);
  assert.is(last?.match, undefined);
  assert.is(last?.retries.retryOn, 'connect-failure,refused-stream');
});

test('more is tried again for methods alone that change nothing', () => {
  const routes = routesOf('billing').filter(({ retries }) => retries.retryOn.includes('reset'));
  assert.equal(
    routes.flatMap(({ match }) => match?.map(({ method }) => method.exact)),
    ['GET', 'HEAD', 'OPTIONS'],
  );
});

test('a call may take as long as the catalogue says, in one try too', () => {
  for (const { timeout, retries } of routesOf('documents')) {
    assert.is(timeout, '60s');
    assert.is(retries.perTryTimeout, undefined);
  }
});

test('a worker is called by nobody', () => assert.equal(routesOf('worker'), []));

test.run();
