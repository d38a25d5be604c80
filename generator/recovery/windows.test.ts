// Each tenant's windows: half an hour within the platform's, the same every time, and never one in the other.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Recovery } from '../model/generated/inputs.ts';
import { windowsOf } from './windows.ts';

const test = suite('windows');

const windows: Recovery['windows'] = {
  maintenance: { day: 'sun', start: '07:00', minutes: 60 },
  backup: { start: '05:00', minutes: 60 },
  clearMinutes: 60,
  source: 'a test',
};
const tenants = Array.from({ length: 200 }, (_, index) => `tenant-${index}`);

test('they lie within the platform’s windows, and not all at one minute', () => {
  const made = tenants.map((tenant) => windowsOf({ windows }, tenant));
  for (const { backup, maintenance } of made) {
    const [, from = '', to = ''] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(backup) ?? [];
    assert.ok(from >= '05:00' && to <= '06:00' && from < to, backup);
    const [, begin = '', end = ''] = /^sun:(\d\d:\d\d)-sun:(\d\d:\d\d)$/.exec(maintenance) ?? [];
    assert.ok(begin >= '07:00' && end <= '08:00' && begin < end, maintenance);
  }
  assert.ok(new Set(made.map(({ backup }) => backup)).size > 20);
  assert.ok(new Set(made.map(({ maintenance }) => maintenance)).size > 20);
});

test('the same tenant has the same, whoever asks', () => {
  assert.equal(windowsOf({ windows }, 'acme'), windowsOf({ windows: { ...windows } }, 'acme'));
});

test('a window may end on the next day', () => {
  const late = { ...windows, maintenance: { day: 'sun', start: '23:45', minutes: 30 } } as const;
  assert.is(windowsOf({ windows: late }, 'acme').maintenance, 'sun:23:45-mon:00:15');
  const daily = { ...windows, backup: { start: '23:40', minutes: 30 } } as const;
  assert.is(windowsOf({ windows: daily }, 'acme').backup, '23:40-00:10');
});

test.run();
