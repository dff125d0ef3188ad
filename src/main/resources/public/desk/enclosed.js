// What goes along with a reply that is written: a picture of the persona's shelf, or a card. It belongs to its conversation.
import { button, element, text } from './elements.js';
import { say } from './words.js';

const place = document.getElementById('enclosed');
const kept = new Map(); // by conversation
let conversation = null;
let onChange = () => {};

/** @param changed is called when somebody takes it away */
export function start(changed) {
  onChange = changed;
}

export function turnTo(id) {
  conversation = id;
  show();
}

/** Lets something go along with the next reply there; null for nothing. */
export function put(id, what) {
  if (what) kept.set(id, what);
  else kept.delete(id);
  if (id === conversation) show();
}

/** As the server is told of it; undefined for nothing. */
export function of(id) {
  const what = kept.get(id);
  return what && (what.picture || what.title) ? { picture: what.picture, title: what.title, button: what.button, link: what.link } : undefined;
}

/** As it looks: where it is written, and where a macro shows it. */
export function look({ image, alt, title, button: words, link, closed }) {
  const made = element('div', title ? 'enclosure as-card' : 'enclosure', image ? picture(image, alt) : null,
    element('div', '', title ? text('b', '', title) : image ? text('span', '', alt ?? '') : null,
      words ? element('small', '', text('span', 'tag', words), ` ${link}`) : null,
      closed ? text('small', 'enclosure-closed', say('enclosed_closed')) : null));
  return made;
}

function picture(address, alt) {
  const made = new Image();
  Object.assign(made, { alt: alt ?? '', src: address });
  return made;
}

function show() {
  const what = kept.get(conversation);
  place.hidden = !what;
  place.replaceChildren();
  if (!what) return;
  const away = button('icon', '×', () => {
    put(conversation, null);
    onChange();
  });
  away.setAttribute('aria-label', say('enclosed_away'));
  place.append(look(what), away);
}
