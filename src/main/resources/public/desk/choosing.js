// Several conversations are chosen in the lists, and one thing is done with all of them: each by its own rules, and what could
// not be done stays chosen and says why.
import { act } from './api.js';
import * as acts from './acts.js';
import { button, element, text } from './elements.js';
import * as macros from './macros.js';
import { field, labelled, sheet } from './sheets.js';
import * as takeback from './takeback.js';
import { has, say } from './words.js';

const TOLD_FOR = 12_000;
const chosen = new Set();
const whys = new Map(); // by conversation: why the last thing could not be done with it
let known = new Map();
let last = null; // from where a range is chosen
let refresh = () => {};
let changed = () => {};

const bar = element('section', 'chosen-bar');
const count = text('p', 'chosen-count', '');
const told = text('p', 'chosen-told', '');
const doers = element('div', 'chosen-acts');
bar.hidden = true;
bar.setAttribute('aria-label', say('chosen'));
for (const place of [count, told]) place.setAttribute('role', 'status');
bar.append(element('div', 'chosen-head', count, button('plain', say('choose_none'), () => clear())), told, doers);
document.querySelector('nav.lists').append(bar);

/**
 * @param onDone asks the server what has come of it
 * @param onChange draws the rows that are chosen, or no more
 */
export function start(onDone, onChange) {
  refresh = onDone;
  changed = onChange;
}

/** How a row looks: chosen or not, and why the last thing could not be done with it. */
export const look = id => `${chosen.has(id)} ${whys.get(id) ?? ''}`;
export const isChosen = id => chosen.has(id);
export const isChoosing = () => chosen.size > 0;

/** Takes what the lists hold now: what has left them is not chosen any more. */
export function know(cards) {
  known = cards;
  for (const id of [...chosen]) if (!cards.has(id)) drop(id);
  show();
}

export function toggle(id, isRange = false) {
  const range = isRange && last ? between(last, id) : [id];
  const isOn = isRange || !chosen.has(id);
  for (const each of range) if (isOn) chosen.add(each); else drop(each);
  last = id;
  told.textContent = '';
  redraw();
}

/** Everything from one row to another, as they stand. */
function between(one, other) {
  const all = [...document.querySelectorAll('.lists .conversation')].map(row => row.dataset.id);
  const [from, to] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
  return from < 0 ? [other] : all.slice(from, to + 1);
}

export function clear() {
  for (const id of [...chosen]) drop(id);
  told.textContent = '';
  redraw();
}

function drop(id) {
  chosen.delete(id);
  whys.delete(id);
}

function redraw() {
  show();
  changed();
}

/** What stands on a row besides the conversation itself. */
export function box(card) {
  const made = document.createElement('input');
  made.type = 'checkbox';
  made.className = 'choose';
  made.checked = chosen.has(card.id);
  made.setAttribute('aria-label', say('choose_of', { name: card.person }));
  made.addEventListener('click', event => {
    event.stopPropagation();
    toggle(card.id, event.shiftKey);
  });
  return made;
}

export const why = id => (whys.has(id) ? text('span', 'row-why', whys.get(id)) : null);

function show() {
  bar.hidden = !chosen.size && !told.textContent;
  bar.parentElement.classList.toggle('choosing', chosen.size > 0);
  const cards = [...chosen].map(id => known.get(id)).filter(Boolean);
  count.textContent = cards.length ? say('chosen_count', { n: cards.length }) : '';
  const wanted = [...acts.forSeveral(cards), ...(cards.length ? [TAG, MACRO] : [])];
  const now = wanted.map(each => each.name).join();
  if (doers.dataset.now === now) return;
  doers.dataset.now = now;
  doers.replaceChildren(...wanted.map(each => {
    const made = button('', say(each.name), each.does ?? (() => doing(each)));
    made.dataset.bulk = each.name;
    return made;
  }));
}

const TAG = { name: 'tag', asks: () => sheet(say('tags'), [labelled(say('tag_add'), field('tag', { required: true, longest: 20, hint: say('tag_hint') }))], say('add')) };

const MACRO = { name: 'macros', does: () => macros.choose([...chosen][0], foreseeing) };

async function doing(each) {
  const asked = each.asks ? await each.asks(known.get([...chosen][0]), null) : {};
  if (!asked) return;
  const { tag, ...how } = asked;
  await perform(each.name, tag, with_ => act(each.name === 'assign' ? '/desk/bulk/assign' : '/desk/bulk', { act: each.name, conversations: with_, how, tag }));
}

async function foreseeing(macro) {
  const cards = [...chosen].map(id => known.get(id)).filter(Boolean);
  try {
    const asked = await macros.foresee(macro, cards);
    if (asked) await perform('macros', null, () => macros.make(asked, cards.map(card => card.id)));
  } catch {
    told.textContent = say('try_again');
  }
}

async function perform(name, tag, does) {
  try {
    settle(await does([...chosen]), name, tag);
  } catch {
    told.textContent = say(tag ? 'tag_form' : 'try_again');
  }
  await refresh();
  redraw();
}

function settle(came, name, tag) {
  const done = came.filter(each => each.answer.done).map(each => each.conversation);
  const not = came.filter(each => !each.answer.done);
  for (const id of done) drop(id);
  for (const { conversation, answer } of not) whys.set(conversation, reason(answer, name));
  for (const each of came) remember(each, name, tag);
  const back = undoing(came, name, tag);
  told.replaceChildren(say(not.length ? 'bulk_some' : 'bulk_all', { n: done.length, not: not.length, act: say(name) }), ' ',
    ...(back ? [backButton(back)] : []));
}

/** Lets it be taken back in each of them, too. */
function remember(each, name, tag) {
  const back = ['macros', 'tag'].includes(name) ? undoing([each], name, tag) : null;
  if (back || each.answer.done) takeback.did(each.conversation, name, back && (async () => !(await back.run()).length), !back || macros.ends([each]));
}

/** In which of them it can be taken back, and what does, giving those in which it is too late; null where nothing can be. */
function undoing(came, name, tag) {
  const done = came.filter(each => each.answer.done).map(each => each.conversation);
  if (name === 'macros') return macros.undoing(came);
  if (!done.length || !['hold', 'release', 'resolve', 'spam', 'tag'].includes(name)) return null;
  const run = async () => (await act('/desk/bulk', { act: name === 'tag' ? 'untag' : 'undo', conversations: done, how: {}, tag }))
    .filter(each => !each.answer.done).map(each => each.conversation);
  return { ids: done, run };
}

/** Takes back what was done with all of them, each where it still can be. */
function backButton({ ids, run }) {
  return button('plain', say('undo'), async () => {
    try {
      const late = await run();
      for (const id of late) {
        chosen.add(id);
        whys.set(id, say('undo_late'));
      }
      told.textContent = say(late.length ? 'bulk_some' : 'bulk_all', { n: ids.length - late.length, not: late.length, act: say('undo') });
    } catch {
      told.textContent = say('try_again');
    }
    await refresh();
    redraw();
  });
}

/** Says on its row why something could not be done with a conversation. */
export function explain(id, answer, name) {
  whys.set(id, answer ? reason(answer, name) : say('try_again'));
  setTimeout(() => chosen.has(id) || (whys.delete(id) && changed()), TOLD_FOR);
  redraw();
}

/** Why it could not be done with one of them. */
function reason(answer, name) {
  if (answer.macro) return macros.why(answer);
  if (answer.open) return say('bulk_open', { n: answer.open.length });
  const { stand } = answer;
  if (name === 'undo') return say('undo_late');
  if (!stand) return say('tag_full');
  return say(has(`bulk_${stand.owner}`) ? `bulk_${stand.owner}` : 'bulk_bot', { name: stand.agentName ?? '', act: say(name) });
}
