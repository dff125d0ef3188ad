// Picks a canned reply while writing: '/' at the start, or the button. Nothing happens while an input method composes.
import { act, ask } from './api.js';
import { element, text } from './elements.js';
import * as enclosed from './enclosed.js';
import { select } from './gaps.js';
import { has, say } from './words.js';

const MOST = 50;
const words = document.getElementById('words');
const list = document.getElementById('canned-list');
const opener = document.getElementById('open-canned');

let conversation = null;
let offered = null; // of this conversation; null until asked for
let found = [];
let at = 0;
let start = -1; // where the slash stands; -1 while closed
let dismissed = false; // until the field begins with something else

export const isOpen = () => start >= 0;

export function turnTo(id) {
  conversation = id;
  offered = null;
  close();
}

/** Opens where the writer stands, as if they had typed the slash at the start. */
export async function open() {
  if (words.readOnly) return;
  words.focus({ preventScroll: true });
  const caret = words.selectionStart;
  words.setRangeText('/', caret, words.selectionEnd, 'end');
  dismissed = false;
  await begin(caret);
  tell();
}

async function begin(from) {
  start = from;
  const asked = conversation;
  try {
    offered ??= await ask('/desk/canned/offered', { id: asked });
  } catch {
    offered = null; // one can write without them
  }
  if (asked !== conversation) return;
  narrow();
}

/** What stands between the slash and the caret. */
const sought = () => words.value.slice(start + 1, words.selectionStart).trim().toLowerCase();

function narrow() {
  if (!isOpen()) return;
  if (words.value[start] !== '/' || words.selectionStart <= start) return close();
  const parts = sought().split(/\s+/).filter(Boolean);
  found = (offered ?? []).filter(each => {
    const all = `${each.shortcut} ${each.title} ${each.text}`.toLowerCase();
    return parts.every(part => all.includes(part));
  }).sort((one, other) => begins(other, parts) - begins(one, parts)).slice(0, MOST);
  at = 0;
  draw();
}

/** A shortcut that begins as what was typed comes first; the others stay as the most used have them. */
const begins = (each, [first]) => Boolean(first) && each.shortcut.toLowerCase().startsWith(first);

function draw() {
  const isEmpty = offered !== null && !offered.length;
  list.replaceChildren(...found.map(option), ...(isEmpty ? [element('li', 'nothing', text('span', '', say('canned_none')))] : []));
  list.hidden = !found.length && !isEmpty;
  point();
}

function option(each, i) {
  const made = element('li', 'option', element('span', 'option-top', text('code', '', `/${each.shortcut}`), ' ',
    text('b', '', each.title), has(`scope_${each.scope}`) ? text('small', '', say(`scope_${each.scope}`)) : null),
    text('span', 'option-words', each.text), each.enclosed ? enclosed.look(each.enclosed) : null);
  made.id = `canned-${i}`;
  made.role = 'option';
  made.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus
  made.addEventListener('click', () => take(each));
  return made;
}

function point() {
  [...list.children].forEach((each, i) => each.setAttribute('aria-selected', String(i === at)));
  const pointed = found.length ? list.children[at] : null;
  if (pointed) words.setAttribute('aria-activedescendant', pointed.id);
  else words.removeAttribute('aria-activedescendant');
  pointed?.scrollIntoView({ block: 'nearest' });
}

function take(each) {
  words.setRangeText(each.text, start, words.selectionStart, 'end');
  if (each.enclosed) enclosed.put(conversation, each.enclosed);
  close();
  tell();
  select();
  act('/desk/canned/taken', { id: each.id }).catch(() => {}); // only counted
}

const tell = () => words.dispatchEvent(new Event('input', { bubbles: true }));

export function close() {
  start = -1;
  found = [];
  list.hidden = true;
  list.replaceChildren();
  words.removeAttribute('aria-activedescendant');
}

/** Whether a key was for the picker. */
export function handles(event) {
  if (!isOpen() || list.hidden || event.ctrlKey || event.metaKey || event.altKey) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isTaking = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && found.length;
  if (event.key === 'Escape') {
    dismissed = true;
    close();
  } else if (isTaking) {
    take(found[at]);
  } else if (step && found.length) {
    at = (at + step + found.length) % found.length;
    point();
  } else {
    return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function typed() {
  if (isOpen()) return narrow();
  if (!words.value.startsWith('/')) dismissed = false;
  if (words.value.startsWith('/') && words.selectionStart > 0 && !dismissed && !words.readOnly) begin(0);
}

words.addEventListener('input', event => event.isComposing || typed());
words.addEventListener('compositionend', typed);
words.addEventListener('blur', close);
opener.addEventListener('click', open);
