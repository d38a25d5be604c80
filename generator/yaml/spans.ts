// Where a parser event stands in its text, quotes included.
import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Span } from './places.ts';

/** `at` is -1 for an event that has no text of its own (an empty value, the end of a collection). */
export function spanOf(event: Event, text: string): Span {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarSpan(event, text);
    case EVENT_ID.ALIAS:
      return { at: event.anchorStart - 1, length: event.anchorEnd - event.anchorStart + 1 };
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return { at: event.start, length: 0 };
    default:
      return { at: -1, length: 0 };
  }
}

function scalarSpan({ valueStart, valueEnd, style }: ScalarEvent, text: string): Span {
  if (valueStart < 0) return { at: -1, length: 0 };
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { at: valueStart - 1, length: valueEnd - valueStart + 2 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const indent = text.slice(valueStart, valueEnd).search(/\S/);
      const at = valueStart + Math.max(indent, 0);
      return { at, length: valueEnd - at };
    }
    default:
      return { at: valueStart, length: valueEnd - valueStart };
  }
}
