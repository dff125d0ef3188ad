// Single keys, for who prefers them: only outside text fields, never while an input method composes, and off by a switch.
import { button, element, text } from './elements.js';
import { say } from './words.js';

const OFF = 'renhua-keys-off';
const keys = new Map();
const HAND = ['INPUT', 'TEXTAREA', 'SELECT'];

export function on(key, name, does) {
  keys.set(key, { name, does });
}

const isWriting = target => HAND.includes(target.tagName) || target.isContentEditable;

addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
  if (event.key === '?') return open(event);
  const known = keys.get(event.key);
  if (!known || localStorage.getItem(OFF)) return;
  event.preventDefault();
  known.does();
});

/** What every key does, and the switch. */
function open(event) {
  event?.preventDefault();
  const made = document.createElement('dialog');
  made.className = 'sheet keys';
  const toggle = document.createElement('input');
  toggle.type = 'checkbox';
  toggle.checked = !localStorage.getItem(OFF);
  toggle.addEventListener('change', () => (toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes')));
  made.append(element('div', 'stack', text('h2', '', say('keys')),
    element('dl', 'key-list', ...[...keys, ['Ctrl/⌘+Enter', { name: 'send' }], ['?', { name: 'keys' }]].flatMap(([key, { name }]) =>
      [element('dt', '', text('kbd', '', key)), text('dd', '', say(name))])),
    element('label', 'enter', toggle, ' ', text('span', '', say('keys_on'))),
    element('div', 'sheet-foot', button('main', say('close_sheet'), () => made.close()))));
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  made.showModal();
}

document.getElementById('show-keys')?.addEventListener('click', () => open());
