// Leads to one message: its address is copied beside it, and whoever comes by it is shown to it.
import { button, icon, text } from './elements.js';
import { field, labelled, sheet } from './sheets.js';
import { say } from './words.js';

export const addressOf = (conversation, seq) => `${location.origin}/desk#${encodeURIComponent(conversation)}@${seq}`;

/** Which conversation an address names, and which message in it. */
export function read(hash) {
  const [id, seq] = hash.slice(1).split('@');
  return { id: decodeURIComponent(id) || null, seq: Number(seq) || null };
}

/** The button beside a message; it is no stop on the way by Tab: a key does the same for the message in focus. */
export function linker() {
  const made = button('icon link-to', '', () => {});
  made.append(icon('link'));
  made.tabIndex = -1;
  made.setAttribute('aria-label', say('copy_link'));
  made.title = say('copy_link');
  return made;
}

/** Copies on every press of such a button in a place. */
export function follow(place, conversation) {
  place.addEventListener('click', event => {
    const at = event.target.closest('.link-to')?.closest('[data-seq]');
    if (at) copy(conversation(), at);
  });
}

/** Copies where a message stands, and says so beside it. */
export async function copy(conversation, at) {
  const address = addressOf(conversation, at.dataset.seq);
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    return byHand(address); // not allowed here
  }
  at.querySelector('.link-told')?.remove();
  const told = text('span', 'link-told', say('copied'));
  told.setAttribute('role', 'status');
  at.append(told);
  setTimeout(() => told.remove(), 2_000);
}

function byHand(address) {
  const place = Object.assign(field('address', { longest: 600 }), { value: address, readOnly: true });
  const closed = sheet(say('copy_link'), [labelled(say('copy_by_hand'), place)], say('close_sheet'));
  place.select();
  return closed;
}

/** Shows a message to the reader; false where it is not on the page. */
export function show(place, seq) {
  const at = place.querySelector(`[data-seq="${seq}"]`);
  if (!at) return false;
  at.scrollIntoView({ block: 'center' });
  at.focus({ preventScroll: true });
  at.classList.add('pointed');
  setTimeout(() => at.classList.remove('pointed'), 3_000);
  return true;
}

/** The message before or after the one in focus; the last where none is. */
export function beside(place, step) {
  const all = [...place.querySelectorAll('[data-seq]')];
  const at = all.indexOf(document.activeElement.closest('[data-seq]'));
  const next = at < 0 ? all.at(-1) : all[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The message in focus, else the last one. */
export const current = place => document.activeElement.closest('#bubbles > [data-seq]') ?? [...place.querySelectorAll('[data-seq]')].at(-1);
