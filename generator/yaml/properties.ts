// What YAML calls the properties of a node, its anchor and its tag: refused wherever they stand. Knows no value.
import { type DocumentEvent, EVENT_ID, type Event, type PopEvent } from 'js-yaml';
import type { Mistakes } from './mistakes.ts';

/** An alias has none of its own: it is refused as what it is. */
export function refuseProperties(event: Exclude<Event, DocumentEvent | PopEvent>, mistakes: Mistakes): void {
  if (event.type === EVENT_ID.ALIAS) return;
  if (event.anchorStart >= 0) {
    mistakes.add({
      at: event.anchorStart - 1,
      length: event.anchorEnd - event.anchorStart + 1,
      code: 'no-yaml-alias',
      message: 'Anchors (`&`) are not allowed.',
      hint: 'Remove it, or quote a text that starts so.',
    });
  }
  if (event.tagStart >= 0) {
    mistakes.add({
      at: event.tagStart,
      length: event.tagEnd - event.tagStart,
      code: 'no-yaml-tag',
      message: 'Tags (`!`) are not allowed.',
      hint: 'Remove the tag, or quote a text that starts with `!`.',
    });
  }
}
