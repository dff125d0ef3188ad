// The left pane: who waits, whom I answer, whom the bot answers.
import { element, face, text } from './elements.js';
import { chips } from './tags.js';
import { moment, say, span } from './words.js';

export const CLOSING = 30 * 60_000;
const CLOCK_FROM = 2 * 3_600_000;

const me = document.getElementById('panes')?.dataset.login;
const LISTS = ['offered', 'queue', 'mine', 'hold', 'colleagues', 'bot'];
const STEP = 60; // so many rows a list shows, and so many more each time: a desk of thousands opens and scrolls as one of a few
const SOON = 60_000;
const LATE = 180_000;

let adorned = { know: () => {}, look: () => '', tools: () => [] };

/** @param by what stands on rows besides: how it looks, what it is made of, and who wants to know every card */
export function adorn(by) {
  adorned = by;
}

let skew = 0;
let order = []; // of every known conversation, whether its row is drawn or not
const cards = new Map();
const shown = new Map(LISTS.map(name => [name, STEP]));

/** What somebody waits for runs from here: the queue from joining it, an agent's people from their last words. */
const waitsSince = ({ stand, unanswered }) => (['queued', 'offered'].includes(stand.owner) ? stand.since
  : ['human', 'transfer'].includes(stand.owner) ? unanswered : null);

/** Draws what has changed: a row whose card is the same stays as it stands. */
export function show(lists, selected, onPick, onMore) {
  skew = Date.parse(lists.now) - Date.now();
  cards.clear();
  order = LISTS.flatMap(name => lists[name].map(card => card.id));
  for (const name of LISTS) {
    const section = document.getElementById(`list-${name}`);
    const focused = focusIn(section);
    const list = section.querySelector('ul');
    for (const card of lists[name]) cards.set(card.id, card);
    const first = lists[name].slice(0, reaching(name, lists[name], selected));
    const wanted = first.map(card => row(card, selected, onPick));
    more(section, total(name, lists) - first.length, () => {
      shown.set(name, shown.get(name) + STEP);
      onMore();
    });
    if (wanted.length !== list.children.length || wanted.some((each, i) => each !== list.children[i])) list.replaceChildren(...wanted);
    section.querySelector('.count').textContent = total(name, lists);
    section.querySelector('.count').hidden = total(name, lists) === 0;
    section.classList.toggle('empty', lists[name].length === 0);
    if (focused) section.querySelector(focused)?.focus();
  }
  for (const id of drawnRows.keys()) if (!cards.has(id)) drawnRows.delete(id);
  adorned.know(cards);
  tick();
}

/** How many there are in a list, whether they are known to the page or not; the persona's are not counted. */
export const total = (name, lists) => (name === 'bot' ? lists.bot.length : (lists.totals[name] ?? 0));

/** How many rows the longest list shows. */
export const reach = () => Math.max(...shown.values());

/** How many rows a list shows: as far as the reader has opened it, and as far as what they read. */
function reaching(name, list, selected) {
  const at = list.findIndex(card => card.id === selected);
  if (at >= shown.get(name)) shown.set(name, Math.ceil((at + 1) / STEP) * STEP);
  return shown.get(name);
}

/** The button below a list that shows its next rows. */
function more(section, left, onMore) {
  const button = section.querySelector('.more-rows') ?? element('button', 'more-rows');
  button.type = 'button';
  button.onclick = onMore;
  button.textContent = left > 0 ? say('more_rows', { n: Math.min(left, STEP), all: left }) : '';
  button.hidden = left <= 0;
  if (!button.isConnected) section.append(button);
}

/** Where the focus stands in a list, so that it stands there again when rows are drawn anew. */
function focusIn(section) {
  const at = section.contains(document.activeElement) && document.activeElement.closest('li');
  const id = at && at.querySelector('.conversation')?.dataset.id;
  if (!id) return null;
  const part = ['choose', 'row-menu'].find(name => document.activeElement.classList.contains(name));
  return `[data-id="${CSS.escape(id)}"]${part ? ` ~ .${part}` : ''}`;
}

const drawnRows = new Map();

function row(card, selected, onPick) {
  const look = `${card.id === selected} ${isClosing(card)} ${document.visibilityState} ${adorned.look(card)}`;
  const known = drawnRows.get(card.id);
  if (known?.card === card && known.look === look) return known.made;
  const made = drawn(card, selected, onPick);
  drawnRows.set(card.id, { card, look, made });
  return made;
}

function drawn(card, selected, onPick) {
  const button = element('button', 'conversation',
    face(card.person, null, 'person'),
    element('span', 'conversation-who', text('b', '', card.person), clock(card)),
    element('span', 'conversation-words', ...lastWords(card)),
    unread(card, selected),
    element('span', 'tags', ...tags(card)));
  button.type = 'button';
  button.classList.toggle('closing', isClosing(card));
  button.dataset.id = card.id;
  if (card.id === selected) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => onPick(card.id));
  return element('li', '', button, ...adorned.tools(card));
}

/** What lies in front of the reader is being read. */
function unread({ id, attention }, selected) {
  if (!attention?.unread || (id === selected && document.visibilityState === 'visible')) return null;
  return element('span', 'unread', `${attention.unread}${attention.more ? '+' : ''}`, text('span', 'visually-hidden', say('unread')));
}

const left = ({ attention }) => (attention?.closes ? Date.parse(attention.closes) - Date.now() - skew : Infinity);

/** Whether the platform soon lets nobody write to them any more, and it is for the reader to write. */
export const isClosing = card => card.stand.agent === me && ['human', 'transfer'].includes(card.stand.owner)
  && left(card) > 0 && left(card) < CLOSING;

function windowClock(card) {
  if (card.stand.owner === 'bot' || left(card) <= 0 || left(card) >= CLOCK_FROM) return null;
  const clock = text('span', 'window', '');
  clock.dataset.until = card.attention.closes;
  return element('span', 'tag window-left', say('window_left'), ' ', clock);
}

function clock(card) {
  if (waitsSince(card)) {
    const wait = text('span', 'wait', '');
    wait.dataset.since = waitsSince(card);
    return wait;
  }
  return card.lastAt ? text('span', 'when', moment(new Date(card.lastAt))) : null;
}

function lastWords(card) {
  const by = card.lastSide && card.lastSide !== 'PERSON' ? text('span', 'said-by', say(`side_${card.lastSide}`)) : null;
  return [by, card.lastWords === '[left]' ? say('left') : card.lastWords];
}

/** By an agent; whoever left word still waits for a reason of the script. */
const putOff = ({ stand }) => stand.owner === 'hold' && Boolean(stand.agent);

/** What somebody acts on first, for the row ends where the list does. */
function tags(card) {
  return [
    windowClock(card),
    card.flood ? text('span', 'tag late', say('flood')) : null,
    card.block ? text('span', 'tag late', say(card.block.inForce ? 'blocked' : 'block_wanted')) : null,
    card.attention?.note ? text('span', 'tag queue', say('note_by', { name: card.attention.note.by })) : null,
    card.urgent || card.stand.rank === 'urgent' ? text('span', 'tag late', say('rank_urgent')) : null,
    card.stand.rank && !putOff(card) ? text('span', 'tag queue', reason(card.stand.why)) : null,
    card.stand.owner === 'hold' ? text('span', 'tag', say('until_when', { at: moment(new Date(card.stand.until)) })) : null,
    card.stand.owner === 'transfer' ? text('span', 'tag human', say('goes_to', { name: card.stand.toName })) : null,
    card.stand.agentName && card.stand.agent !== me ? text('span', 'tag human', card.stand.agentName) : null,
    ...chips(card),
    card.persona ? text('span', 'tag bot', card.persona.nickname) : null,
    text('span', 'tag', card.channel),
  ];
}

/** A reason as the script names it, in words where we have some. */
export function reason(why) {
  const known = say(`why_${why}`);
  return known === `why_${why}` ? (why ?? '').replaceAll('_', ' ') : known;
}

export function select(id) {
  for (const button of document.querySelectorAll('.conversation')) {
    button.toggleAttribute('aria-current', button.dataset.id === id);
    if (button.dataset.id === id) button.setAttribute('aria-current', 'true');
  }
}

/** The conversation above or below one in the lists; the first where none is picked. */
export function beside(id, step) {
  const at = order.indexOf(id);
  return at < 0 ? order[0] : order[at + step];
}

/** Whoever waits longest for a word of mine, else of anybody. */
export function longest(but = null) {
  const waits = [...cards.values()].filter(card => waitsSince(card) && card.id !== but);
  const mine = waits.filter(card => card.stand.agent === me);
  return (mine.length ? mine : waits).sort((one, other) => Date.parse(waitsSince(one)) - Date.parse(waitsSince(other)))[0]?.id;
}

/** Lets every wait clock run. */
export function tick() {
  const now = Date.now() + skew;
  for (const clock of document.querySelectorAll('.window[data-until]')) {
    clock.textContent = span(Date.parse(clock.dataset.until) - now);
  }
  for (const wait of document.querySelectorAll('.wait[data-since]')) {
    const waited = now - Date.parse(wait.dataset.since);
    wait.textContent = span(waited);
    wait.classList.toggle('soon', waited >= SOON && waited < LATE);
    wait.classList.toggle('late', waited >= LATE);
  }
}
