// What the persona would answer, ready to be taken: offered to whoever has the conversation, gone once anybody has answered.
import { ask } from './api.js';
import { button, element, text } from './elements.js';
import { say } from './words.js';

const CLOSED = 'renhua-suggestions-closed';
const PAUSE = 300;
const OURS = ['BOT', 'HUMAN'];
const NO_ANSWERS = ['handoff', 'disclosure', 'feelings']; // said beside an answer, or while hands change
const place = document.getElementById('suggestions');
const narrow = matchMedia('(max-width: 720px)');

let conversation = null;
let asked = null; // for which words, and after which answer
let timer = null;
let onTaken = () => {};
let onLeft = () => {};

/**
 * @param taken gets the words of the one that was chosen
 * @param left is called when somebody turns away from them
 */
export function start(taken, left) {
  onTaken = taken;
  onLeft = left;
}

export function turnTo(id) {
  conversation = id;
  asked = null;
  clear();
}

/** The page shows these lines of the conversation. */
export function follow(card, mine, lines) {
  const waits = mine ? unanswered(lines) : null;
  if (waits === asked) return;
  asked = waits;
  clear();
  if (waits) timer = setTimeout(() => find(card, waits), PAUSE);
}

/** Names what waits for an answer; null where nothing does. */
function unanswered(lines) {
  const said = lines.findLast(line => line.side === 'PERSON')?.seq ?? 0;
  const answered = lines.findLast(isAnswer)?.seq ?? 0;
  return said > answered ? `${answered}-${said}` : null;
}

const isAnswer = line => OURS.includes(line.side) && line.fate?.state !== 'withheld'
  && (line.side === 'HUMAN' || !NO_ANSWERS.includes((line.source?.line ?? '').split('.')[0]));

async function find(card, waits) {
  try {
    const found = await ask('/desk/suggestions', { id: conversation });
    if (waits !== asked || !found.done || !found.unanswered) return;
    draw(found.offers, card.persona?.nickname ?? '');
  } catch {
    // one answers without them
  }
}

function clear() {
  clearTimeout(timer);
  if (place.contains(document.activeElement)) onLeft();
  place.replaceChildren();
  place.hidden = true;
}

function draw(offers, name) {
  place.replaceChildren(offers.length ? list(offers) : text('p', 'soft', say('suggestions_none', { name })));
  place.hidden = false;
}

function list(offers) {
  const made = element('details', '', element('summary', '', text('span', '', say('suggestions')), text('small', '', String(offers.length)),
    text('kbd', '', 's')), element('ol', '', ...offers.map((each, i) => element('li', '', suggestion(each, i + 1)))));
  made.open = !(localStorage.getItem(CLOSED) ?? (narrow.matches ? 'yes' : ''));
  made.addEventListener('toggle', () => localStorage.setItem(CLOSED, made.open ? '' : 'yes'));
  return made;
}

function suggestion(each, number) {
  const made = button('suggestion', '', () => onTaken(each.text));
  const from = [each.line.replaceAll('_', ' '), say(each.sure ? 'suggestion_sure' : 'suggestion_likely')].join(' · ');
  made.append(text('kbd', '', String(number)), element('span', 'suggestion-said', text('span', 'suggestion-words', each.text),
    element('small', '', from, each.where ? text('code', '', each.where) : '')));
  made.title = say('suggestion_hint');
  return made;
}

/** Leads to the first of them. */
export function enter() {
  const list = place.querySelector('details');
  if (!list || !place.offsetParent) return;
  list.open = true;
  place.querySelector('.suggestion').focus();
}

place.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...place.querySelectorAll('.suggestion')];
  const at = all.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') onLeft();
  else if (step && at >= 0) all[(at + step + all.length) % all.length].focus();
  else if (/^[1-3]$/.test(event.key) && all[event.key - 1]) all[event.key - 1].click();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
