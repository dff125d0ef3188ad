// Gaps in what one writes, as scripts have them: {name} or {name|what stands in for it}. Nobody outside may read one.
import { button, element, text } from './elements.js';
import { say } from './words.js';

const GAP = /\{[A-Za-z][\w.-]*(?:\|[^{}]*)?\}/g;
const words = document.getElementById('words');
const place = document.getElementById('gaps');
let shown = '';

export const gapsIn = written => [...new Set(written.match(GAP) ?? [])];

/** Marks what is left to fill in; the press of one leads to it. */
export function show(written) {
  const found = gapsIn(written);
  if (found.join() === shown) return;
  shown = found.join();
  place.replaceChildren(...(found.length ? [text('span', '', say('gaps')), ' '] : []), ...found.map(gap => {
    const made = button('gap', gap, () => select(gap));
    made.setAttribute('aria-label', say('gap_fill', { gap }));
    return made;
  }));
  place.hidden = !found.length;
}

/** Selects a gap, so that the next word takes its place; false where there is none. */
export function select(gap = gapsIn(words.value)[0]) {
  const at = gap ? words.value.indexOf(gap) : -1;
  if (at < 0) return false;
  words.focus({ preventScroll: true });
  words.setSelectionRange(at, at + gap.length);
  return true;
}
