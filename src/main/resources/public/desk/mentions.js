// Names a colleague in a note: '@' offers whoever is at the desk. Nothing happens while an input method composes.
import { colleagues } from './acts.js';
import { element, text } from './elements.js';
import { say } from './words.js';

const BEGUN = /(?:^|[^\p{L}\p{N}._@-]|\p{Script=Han})@([^\s@]{0,40})$/u;
const MOST = 8;
const words = document.getElementById('words');
const list = document.getElementById('mention-list');

let isNote = () => false;
let found = [];
let at = 0;
let start = -1; // where the @ stands; -1 while closed
let dismissed = -1; // where one stands that was left as it is

/** @param noting whether what is written is for colleagues */
export function watch(noting) {
  isNote = noting;
}

function typed() {
  const written = words.value.slice(0, words.selectionStart);
  const begun = isNote() && !words.readOnly && words.selectionStart === words.selectionEnd ? BEGUN.exec(written) : null;
  if (!begun) {
    dismissed = -1;
    return close();
  }
  const from = written.length - begun[1].length - 1;
  if (from === dismissed) return;
  start = from;
  narrow(begun[1].toLowerCase());
}

function narrow(sought) {
  found = colleagues().filter(each => each.login.toLowerCase().includes(sought) || each.name.toLowerCase().includes(sought))
    .sort((one, other) => begins(other, sought) - begins(one, sought)).slice(0, MOST);
  if (!found.length) return close();
  at = 0;
  list.replaceChildren(...found.map(option));
  list.hidden = false;
  point();
}

const begins = (each, sought) => [each.login, each.name].some(name => name.toLowerCase().startsWith(sought));

function option(each, i) {
  const made = element('li', 'option', element('span', 'option-top', text('b', '', each.name), ' ', text('code', '', `@${each.login}`),
    text('small', '', say(`presence_${each.presence}`))));
  made.id = `mention-${i}`;
  made.role = 'option';
  made.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus
  made.addEventListener('click', () => take(each));
  return made;
}

function point() {
  [...list.children].forEach((each, i) => each.setAttribute('aria-selected', String(i === at)));
  words.setAttribute('aria-activedescendant', list.children[at].id);
  list.children[at].scrollIntoView({ block: 'nearest' });
}

function take(each) {
  words.setRangeText(`@${called(each)} `, start, words.selectionStart, 'end');
  close();
  words.dispatchEvent(new Event('input', { bubbles: true }));
}

/** By name, unless that would call somebody else as well. */
function called(each) {
  const name = each.name.toLowerCase();
  const calls = other => other !== each && [other.login, other.name].some(theirs => name.startsWith(theirs.toLowerCase()));
  return colleagues().some(calls) ? each.login : each.name;
}

export function close() {
  if (start < 0) return;
  start = -1;
  found = [];
  list.hidden = true;
  list.replaceChildren();
  words.removeAttribute('aria-activedescendant');
}

/** Whether a key was for the list. */
export function handles(event) {
  if (start < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    dismissed = start;
    close();
  } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
    take(found[at]);
  } else if (step) {
    at = (at + step + found.length) % found.length;
    point();
  } else {
    return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

words.addEventListener('input', event => event.isComposing || typed());
words.addEventListener('compositionend', typed);
words.addEventListener('blur', close);
