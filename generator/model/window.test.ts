// How windows are written for AWS.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderDaily, renderWeekly } from './window.ts';

const test = suite('window');

test('a daily window may end on the next day', () => {
  assert.is(renderDaily({ start: '05:00', minutes: 60 }), '05:00-06:00');
  assert.is(renderDaily({ start: '23:30', minutes: 90 }), '23:30-01:00');
});

test('a weekly window names the day on which it ends', () => {
  assert.is(renderWeekly({ day: 'sun', start: '07:00', minutes: 60 }), 'sun:07:00-sun:08:00');
  assert.is(renderWeekly({ day: 'sat', start: '23:30', minutes: 60 }), 'sat:23:30-sun:00:30');
});

test.run();
