// The agents' desk: lists on the left, the thread in the middle, the brief on the right.
import { act, ask, SignedOut } from './api.js';
import * as acts from './acts.js';
import * as board from './board.js';
import * as alarms from './alarms.js';
import { allowance } from './allowance.js';
import * as brief from './brief.js';
import * as composer from './composer.js';
import * as drafts from './drafts.js';
import { button, element, face, icon, text } from './elements.js';
import * as gaze from './gaze.js';
import * as keys from './keys.js';
import * as lists from './lists.js';
import { listen } from './live.js';
import * as choices from './choices.js';
import { openSheet, warn } from './notice-sheet.js';
import * as notices from './notices.js';
import * as pictures from './pictures.js';
import * as presence from './presence.js';
import { readTo } from './read.js';
import * as reveals from './reveal.js';
import * as sounds from './sounds.js';
import * as suggestions from './suggestions.js';
import * as tags from './tags.js';
import { Thread } from './thread.js';
import { moment, say } from './words.js';

const AT_MOST_EVERY = 400;
const $ = id => document.getElementById(id);
const panes = $('panes');
const bubbles = $('bubbles');
const thread = new Thread(bubbles);

let selected = null;
let card = null;
let seen = -1; // the journal's place that the page shows
let threadSeq = 0;
let notice = null;
let whole = null; // whether the page shows all of it, or what is personal masked

$('back').append(icon('back'));
$('show-brief').append(icon('info'));

// ---- what the server knows

let asking = false;
let again = false;

async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const [found, alarmed] = await Promise.all([board.current(), alarms.current(refresh), selected ? refreshThread(selected) : null]);
    seen = Math.max(seen, found.seq);
    acts.know(found);
    presence.show(found);
    lists.show(found, selected, pick, refresh);
    if (card) showHead(); // who can be asked may have changed
    const told = alarms.inWords(alarmed);
    alarms.show($('alarms'), told);
    lists.tick();
    notices.follow(found, told, presence.isAway(found));
    line(true);
  } catch (e) {
    if (e instanceof SignedOut) signedOut();
    else line(false);
  } finally {
    asking = false;
    if (again) {
      again = false;
      setTimeout(refresh, AT_MOST_EVERY);
    }
  }
}

async function refreshThread(id) {
  const marked = drafts.mark();
  const lost = composer.timesLost();
  let found = await ask('/desk/conversation', { id, after: threadSeq });
  if (threadSeq && found.reading.whole !== whole) found = await ask('/desk/conversation', { id, after: 0 }); // it changed hands
  if (id !== selected) return; // somebody picked another meanwhile
  whole = found.reading.whole;
  reveals.allow(found.reading);
  const before = threadSeq;
  const first = before === 0;
  threadSeq = found.seq;
  card = found.card;
  const newer = thread.put(found.lines, card.person, first ? card.attention?.read : leftAt);
  composer.learn(found, marked);
  bubbles.classList.toggle('mine', acts.isMine(card));
  composer.catchUp(first ? [] : found.lines.filter(line => line.seq > before), lost);
  suggestions.follow(card, acts.isMine(card), thread.lines);
  showHead();
  brief.show($('brief'), card, thread, () => showBrief(false));
  if (first || low) toEnd();
  else if (newer) $('newer').hidden = false;
  if (first) fromUnread();
  noteRead();
}

/** Begins where the reader left off, if that is further up than the end shows. */
function fromUnread() {
  const line = $('read-to-here');
  if (!line || line.offsetTop - bubbles.offsetTop > bubbles.scrollTop) return;
  line.scrollIntoView({ block: 'start' });
  low = isLow();
  $('newer').hidden = low;
}

let leftAt = null; // the place up to which it was read when the reader turned away from the page

function noteRead() {
  if (selected && threadSeq && low && document.visibilityState === 'visible') readTo(selected, threadSeq);
}

document.addEventListener('visibilitychange', () => {
  leftAt = document.visibilityState === 'hidden' ? threadSeq : null;
  noteRead();
});

const isLow = () => bubbles.scrollHeight - bubbles.scrollTop - bubbles.clientHeight < 80;
let low = true; // whether the reader stands at the end, and wants to stay there
bubbles.addEventListener('scroll', () => {
  low = isLow();
  if (low) $('newer').hidden = true;
  noteRead();
});
new ResizeObserver(() => low && toEnd()).observe(bubbles);

function toEnd() {
  bubbles.scrollTop = bubbles.scrollHeight;
}

$('newer').addEventListener('click', toEnd);

// ---- one conversation

const tagger = button('tag add', `+ ${say('tags')}`, () => tagging());

function pick(id) {
  if (id === selected) return panes.classList.add('reading');
  location.hash = encodeURIComponent(id);
}

function turnTo(id) {
  selected = id;
  card = null;
  threadSeq = 0;
  notice = null;
  thread.clear();
  lists.select(id);
  panes.classList.toggle('reading', Boolean(id));
  showBrief(false);
  $('blank').hidden = Boolean(id);
  for (const part of [document.querySelector('.thread-head'), bubbles]) part.hidden = !id;
  $('composer').hidden = true;
  $('newer').hidden = true;
  $('brief').replaceChildren();
  composer.turnTo(id);
  suggestions.turnTo(id);
  gaze.turnTo(id);
  if (id) refresh();
}

reveals.follow(bubbles, () => selected, ({ line: found }) => {
  thread.reveal(found);
  refresh();
});
reveals.follow($('brief'), () => selected, ({ value }, wanted) => {
  brief.reveal(wanted.value, value);
  refresh();
});
addEventListener('hashchange', () => turnTo(decodeURIComponent(location.hash.slice(1)) || null));
$('back').addEventListener('click', () => {
  location.hash = '';
});
$('show-brief').addEventListener('click', () => showBrief(!panes.classList.contains('briefing')));

function showBrief(open) {
  panes.classList.toggle('briefing', open);
  $('show-brief').setAttribute('aria-expanded', String(open));
}

function showHead() {
  const mine = acts.isMine(card);
  showWho();
  fill($('acts'), acts.inHead(card).map(each => doer(each)));
  $('composer').hidden = false;
  composer.allow(mine);
  $('speaking-as').textContent = mine ? say('speaking_as', { name: panes.dataset.name }) : '';
  const allowed = allowance(card);
  $('allowance').textContent = mine && allowed ? allowed.words : '';
  $('allowance').classList.toggle('none', Boolean(allowed?.none));
  showStand();
}

/** Drawn when it has changed alone: what stands in it keeps the focus. */
function showWho() {
  const place = $('thread-who');
  const as = JSON.stringify([card.person, card.channel, card.persona?.nickname, card.tags]);
  if (place.dataset.as === as) return;
  place.dataset.as = as;
  place.replaceChildren(
    face(card.person, null, 'person'),
    element('div', '', text('h1', '', card.person),
      element('p', 'tags', text('span', 'tag', card.channel),
        card.persona ? text('span', 'tag bot', card.persona.nickname) : null, ...tags.chips(card), tagger)));
}

async function tagging() {
  if (!card) return;
  await tags.open(card);
  await refresh();
  tagger.focus();
}

const doer = (each, style = '') => {
  const made = button(style, acts.label(each, card), () => doing(each));
  made.dataset.act = each.name;
  if (each.key) made.title = say('key_is', { key: each.key });
  return made;
};

/** Leaves what is the same as it stands, so that nobody's press or focus is lost. */
function fill(place, buttons) {
  const same = [...place.querySelectorAll('button')].map(each => each.textContent).join() === buttons.map(each => each.textContent).join();
  if (!same) place.replaceChildren(...buttons);
}

function showStand() {
  const stand = $('stand');
  const { owner } = card.stand;
  stand.className = `stand ${notice ? 'alert' : acts.isForMe(card) ? 'queued' : owner}`;
  stand.hidden = owner === 'human' && acts.isMine(card) && !notice;
  const words = element('span', 'stand-words', notice ?? (owner === 'queued' ? waiting() : acts.stands(card, moment)));
  const [first, ...more] = acts.inStand(card);
  stand.replaceChildren(words, element('span', 'stand-acts',
    ...(first ? [doer(first, owner === 'bot' || owner === 'closed' ? '' : 'main')] : []), ...more.map(each => doer(each))));
}

function waiting() {
  const wait = text('b', 'wait', '');
  wait.dataset.since = card.stand.since;
  const made = element('span', '', `${say('waits')} `, wait, ` · ${lists.reason(card.stand.why)}`);
  queueMicrotask(lists.tick);
  return made;
}

async function doing(each) {
  const id = selected;
  const asked = each.asks ? await each.asks(card, thread) : {};
  if (!asked || id !== selected) return;
  for (const press of document.querySelectorAll('#acts button, #stand button')) press.disabled = true;
  try {
    const answer = await act(`/desk/${each.name}`, { conversation: id, ...asked });
    notice = answer.done ? null : composer.lost(answer);
  } catch (e) {
    if (e instanceof SignedOut) return signedOut();
    notice = say('try_again');
  }
  $('acts').replaceChildren();
  await refresh();
  if (id === selected && card) {
    showHead();
    if (!notice && each.name === 'claim') composer.focus();
  }
}

composer.start(
  () => refresh(),
  (id, answer) => {
    if (id !== selected) return;
    notice = composer.lost(answer);
    refresh().then(() => card && showHead());
  },
);
suggestions.start(composer.insert, composer.focus);
pictures.start({
  conversation: () => selected,
  maySend: composer.maySend,
  seen: id => drafts.of(id).seq,
  name: () => card?.persona?.nickname ?? '',
  came: composer.came,
});
$('words').addEventListener('input', () => {
  gaze.types();
  if (notice && acts.isMine(card)) {
    notice = null;
    showStand();
  }
});

// ---- the line to the server, and what there is to notice

function line(up) {
  if (!up) composer.fallBehind();
  $('line-state').textContent = up ? '' : say('line_down');
}

function signedOut() {
  const link = text('a', '', say('signed_out'));
  link.href = `/desk/sign-in?to=${encodeURIComponent('/desk')}`;
  $('line-state').replaceChildren(link);
}

const isReading = id => id === selected && low && document.visibilityState === 'visible';

notices.start(id => id && pick(id), isReading);
sounds.prepare(warn);
$('show-notices').append(icon('bell'));
$('show-notices').addEventListener('click', openSheet);
// without the reader's own choice everything calls
choices.load().catch(() => {}).finally(warn);

// ---- keys

for (const each of acts.ALL.filter(one => one.key)) {
  keys.on(each.key, each.name, () => card && each.when(card) && doing(each));
}
keys.on('j', 'key_next', () => pickNext(1));
keys.on('k', 'key_previous', () => pickNext(-1));
keys.on('u', 'key_unanswered', () => lists.longest() && pick(lists.longest()));
keys.on('r', 'reply', () => composer.turnToReply());
keys.on('n', 'note', () => composer.turnToNote());
keys.on('l', 'tags', tagging);
keys.on('/', 'canned_open', () => composer.openCanned());
keys.on('f', 'key_search', () => location.assign('/desk/transcripts'));
keys.on('s', 'suggestions', () => suggestions.enter());
keys.on('i', 'brief', () => showBrief(!panes.classList.contains('briefing')));
keys.on('Escape', 'back_to_lists', () => {
  location.hash = '';
});

function pickNext(step) {
  const next = lists.beside(selected, step);
  if (next) pick(next);
}

addEventListener('focus', () => refresh()); // a draft may have been written on another device
document.addEventListener('presence', refresh);
setInterval(lists.tick, 1000);
turnTo(decodeURIComponent(location.hash.slice(1)) || null);
refresh();
listen(seq => seq > seen && refresh(), line, gaze.hear);
