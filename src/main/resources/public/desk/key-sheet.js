// What every key does, and which it is to be: each can be another, or its usual one again.
import { button, element, text } from './elements.js';
import * as keys from './keys.js';
import { say } from './words.js';

let told = null;
let chosenFor = null; // what the next press is to be the key of

export function open() {
  const made = document.createElement('dialog');
  made.className = 'sheet keys';
  made.setAttribute('aria-label', say('keys'));
  told = text('p', 'keys-told', '');
  told.setAttribute('role', 'status');
  const list = element('ul', 'key-list');
  const usual = button('', say('keys_usual'), () => keep(keys.chooseUsual(), say('keys_are_usual'), list));
  made.append(element('div', 'stack', text('h2', '', say('keys')), element('p', 'soft', say('keys_hint')), list, told, switcher(),
    element('div', 'sheet-foot', usual, button('main', say('close_sheet'), () => made.close()))));
  draw(list);
  made.addEventListener('keydown', event => chosenFor && hear(event, list), { capture: true });
  made.addEventListener('cancel', event => chosenFor && event.preventDefault());
  made.addEventListener('close', () => {
    chosenFor = null;
    made.remove();
  });
  document.body.append(made);
  made.showModal();
}

function draw(list) {
  const at = document.activeElement?.closest('.key-list li')?.dataset.name;
  list.replaceChildren(...keys.names().map(name => row(name, list)));
  list.querySelector(`[data-name="${at}"] button`)?.focus();
}

function row(name, list) {
  const key = keys.shown(keys.keyOf(name));
  const change = button('', '', () => listen(name, list));
  change.append(text('kbd', '', key));
  change.setAttribute('aria-label', say('key_change', { name: say(name), key }));
  change.title = say('key_change_hint');
  change.addEventListener('blur', () => chosenFor === name && end(list));
  const usual = keys.isChanged(name) ? button('plain', say('key_usual'), () => backToUsual(name, list)) : null;
  usual?.setAttribute('aria-label', say('key_usual_of', { name: say(name) }));
  const made = element('li', keys.isChanged(name) ? 'changed' : '', change, text('span', '', say(name)), usual);
  made.dataset.name = name;
  return made;
}

function listen(name, list) {
  chosenFor = name;
  list.querySelector(`[data-name="${name}"] kbd`).textContent = say('key_press');
  tell(say('key_press_hint', { name: say(name) }));
}

let before = '';

function hear(event, list) {
  if (event.isComposing || event.keyCode === 229 || event.key === 'Tab') return;
  event.preventDefault();
  event.stopPropagation();
  const key = keys.pressed(event);
  if (!key) return;
  if (key === 'Escape') return end(list, '');
  const whole = before ? `${before} ${key}` : key;
  before = '';
  if (keys.beginsOther(whole)) {
    before = whole;
    list.querySelector(`[data-name="${chosenFor}"] kbd`).textContent = `${keys.shown(whole)} …`;
    return;
  }
  const name = chosenFor;
  const wrong = keys.whyNot(name, whole);
  chosenFor = null;
  if (wrong) return end(list, wrong);
  keep(keys.choose(name, keys.keptAs(whole)), say('key_is_now', { name: say(name), key: keys.shown(keys.keptAs(whole)) }), list);
}

function backToUsual(name, list) {
  const wrong = keys.whyNot(name, keys.usualOf(name));
  if (wrong) return tell(wrong, true);
  keep(keys.choose(name), say('key_is_now', { name: say(name), key: keys.shown(keys.keyOf(name)) }), list);
}

function end(list, words = null) {
  chosenFor = null;
  before = '';
  if (words !== null) tell(words, Boolean(words));
  draw(list);
}

async function keep(done, words, list) {
  draw(list);
  try {
    await done;
    tell(words);
  } catch {
    tell(say('keys_not_kept'), true);
  }
}

function tell(words, isWrong = false) {
  told.textContent = words;
  told.classList.toggle('form-wrong', isWrong);
}

function switcher() {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'keys-on';
  box.checked = !keys.isOff();
  box.addEventListener('change', () => keys.switchOff(!box.checked).then(() => tell(''), () => tell(say('keys_not_kept'), true)));
  return element('label', 'enter', box, ' ', text('span', '', say('keys_on')));
}
