// Which fields hold amounts and times, so that `1000m` and `1`, `60s` and `1m` are the same.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FieldPath } from '../path.ts';
import { meansTheSame } from './same.ts';

const test = suite('the same, written differently');

test('amounts', () => {
  const fields =
    'averageValue capacity default defaultRequest divisor hard limits max maxAllowed min minAllowed requests sizeLimit storage value';
  for (const field of fields.split(' ')) {
    assert.ok(meansTheSame([field, 'cpu'], '1000m', 1), field);
    assert.ok(meansTheSame(['spec', field], '1Gi', '1024Mi'), field);
    assert.not(meansTheSame([field, 'deep', 'cpu'], '1000m', 1), field);
  }
  assert.not(meansTheSame(['limits', 'cpu'], '1000m', 2));
  assert.not(meansTheSame(['limits', 'cpu'], 'much', 'much more'));
  assert.not(meansTheSame(['limits', 'cpu'], '1', undefined));
  assert.not(meansTheSame(['limits2', 'cpu'], '1000m', '1'));
  assert.not(meansTheSame(['name'], '1000m', '1'));
  for (const free of ['env', 'data', 'stringData', 'parameters', 'parameter']) {
    assert.not(meansTheSame([free, { item: 'VERSION' }, 'value'], '1.10', '1.1'), free);
    assert.not(meansTheSame([free, 'timeout'], '60s', '1m'), free);
  }
});

test('times', () => {
  for (const field of [
    'duration',
    'maxDuration',
    'timeout',
    'connectTimeout',
    'interval',
    'ttl',
    'period',
    'baseEjectionTime',
  ]) {
    assert.ok(meansTheSame(['spec', field], '60s', '1m'), field);
    assert.not(meansTheSame(['spec', field], '60s', '2m'), field);
    assert.not(meansTheSame(['spec', field], '60s', 'soon'), field);
    assert.not(meansTheSame(['spec', field], 'soon', '60s'), field);
  }
  const elsewhere: FieldPath[] = [['name'], [], ['timeouts'], ['timeout', { item: '0' }, 'text']];
  for (const path of elsewhere) assert.not(meansTheSame(path, '60s', '1m'), JSON.stringify(path));
  assert.not(meansTheSame(['timeout'], 60, 60.0001));
});

test.run();
