// What one can do with a conversation in the lists without opening it: choose it, a menu, and on a phone a swipe.
import * as acts from './acts.js';
import * as choosing from './choosing.js';
import { button, element, icon, text } from './elements.js';
import { say } from './words.js';

const FAR = 88; // a swipe that means it
const BEGUN = 12;
const LONG = 500;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

let run = () => {};
let cards = new Map();

/** @param does an act with a card */
export function start(does) {
  run = does;
}

/** What {@link lists.adorn} takes. */
export const adornment = {
  know: found => {
    cards = found;
    choosing.know(found);
  },
  look: card => choosing.look(card.id),
  tools,
};

const swipes = card => ({ right: acts.named('claim', card), left: acts.named('hold', card) });

/** What a row gets besides the conversation; what a swipe does is told by a coloured edge, and stands in the menu too. */
function tools(card) {
  const { left, right } = swipes(card);
  const opener = button('icon row-menu', '', () => open(card));
  opener.append(icon('more'));
  opener.setAttribute('aria-label', say('row_menu', { name: card.person }));
  opener.setAttribute('aria-haspopup', 'dialog');
  return [choosing.box(card), opener, choosing.why(card.id),
    right ? text('span', 'swipe to-right', acts.label(right, card)) : null,
    left ? text('span', 'swipe to-left', acts.label(left, card)) : null];
}

function open(card) {
  const made = document.createElement('dialog');
  made.className = 'sheet row-sheet';
  const closing = does => () => {
    made.close();
    does();
  };
  const all = [...acts.ALL.filter(each => each.when(card)).map(each => [acts.label(each, card), () => run(each, card)]),
    [say(choosing.isChosen(card.id) ? 'choose_not' : 'choose'), () => choosing.toggle(card.id)]];
  const title = text('h2', '', card.person);
  title.id = 'row-sheet-title';
  made.setAttribute('aria-labelledby', title.id);
  made.append(element('div', 'stack', title, element('div', 'row-acts', ...all.map(([words, does]) => button('', words, closing(does)))),
    element('div', 'sheet-foot', button('', say('close_sheet'), () => made.close()))));
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  made.showModal();
}

// ---- by finger

let held = null;

const place = document.querySelector('nav.lists');
place.addEventListener('pointerdown', event => {
  const row = event.target.closest('.conversation');
  const card = row && cards.get(row.dataset.id);
  if (!card || event.pointerType === 'mouse') return;
  held = { row, card, x: event.clientX, y: event.clientY, by: 0, timer: setTimeout(() => press(card), LONG), ...swipes(card) };
});

let isPressed = false;

/** Held for a moment, a row is chosen. */
function press(card) {
  letGo();
  isPressed = true;
  choosing.toggle(card.id);
}

addEventListener('pointermove', event => {
  if (!held) return;
  const by = event.clientX - held.x;
  if (Math.hypot(by, event.clientY - held.y) > BEGUN) clearTimeout(held.timer);
  if (!held.by && Math.abs(by) < BEGUN) return;
  held.by = by > 0 ? (held.right ? by : 0.01) : (held.left ? by : -0.01);
  const far = Math.abs(held.by) >= FAR;
  held.row.parentElement.classList.toggle('swiping-right', held.by > 1);
  held.row.parentElement.classList.toggle('swiping-left', held.by < -1);
  held.row.parentElement.classList.toggle('far', far);
  if (!calm.matches) held.row.style.transform = `translateX(${held.by}px)`;
});

addEventListener('pointerup', () => {
  const { by = 0, card, left, right } = held ?? {};
  if (Math.abs(by) > 1 || isPressed) swallowClick();
  isPressed = false;
  letGo();
  if (by >= FAR) run(right, card);
  else if (by <= -FAR) run(left, card);
});
addEventListener('pointercancel', () => {
  isPressed = false;
  letGo();
});

function letGo() {
  if (!held) return;
  clearTimeout(held.timer);
  held.row.style.transform = '';
  held.row.parentElement.classList.remove('swiping-right', 'swiping-left', 'far');
  held = null;
}

/** The press that ends a swipe, or chose a row, opens nothing. */
function swallowClick() {
  const swallow = event => {
    event.stopPropagation();
    event.preventDefault();
  };
  place.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => place.removeEventListener('click', swallow, { capture: true }), 400);
}

// ---- by mouse

place.addEventListener('click', event => {
  const row = event.target.closest('.conversation');
  if (!row || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  choosing.toggle(row.dataset.id, event.shiftKey);
}, { capture: true });
place.addEventListener('contextmenu', event => (held || isPressed) && event.preventDefault());
