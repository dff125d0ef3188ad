// The agents' desk: lists on the left, the thread in the middle, the brief on the right.
import { act, ask, SignedOut } from './api.js';
import * as acts from './acts.js';
import * as board from './board.js';
import * as alarms from './alarms.js';
import { allowance } from './allowance.js';
import * as brief from './brief.js';
import * as checklist from './checklist.js';
import * as composer from './composer.js';
import * as drafts from './drafts.js';
import { button, element, face, icon, text } from './elements.js';
import * as gaze from './gaze.js';
import * as keySheet from './key-sheet.js';
import * as keys from './keys.js';
import * as links from './links.js';
import * as lists from './lists.js';
import { listen } from './live.js';
import * as macros from './macros.js';
import * as choices from './choices.js';
import * as choosing from './choosing.js';
import { openSheet, warn } from './notice-sheet.js';
import * as notices from './notices.js';
import * as palette from './palette.js';
import * as pictures from './pictures.js';
import * as presence from './presence.js';
import * as probe from './probe.js';
import { readTo } from './read.js';
import * as reveals from './reveal.js';
import * as rows from './rows.js';
import * as same from './same.js';
import * as sounds from './sounds.js';
import * as suggestions from './suggestions.js';
import * as tags from './tags.js';
import * as takeback from './takeback.js';
import { Thread } from './thread.js';
import { moment, say } from './words.js';
import * as wrong from './wrong.js';

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
let known = null; // the lists as they were last told
let wanted = null; // the message somebody came for, until it is on the page
let whole = null; // whether the page shows all of it, or what is personal masked

$('back').append(icon('back'));
$('show-brief').append(icon('info'));
$('open-macros').append(icon('macro'));

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
    if (found.probe) probe.saw(found.probe);
    known = found;
    panes.classList.toggle('fresh', found.seq === 0);
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
  if (first && !wanted) fromUnread();
  if (wanted) goToWanted();
  noteRead();
}

/** Leads whoever came for one message to it, or says where it can be read. */
function goToWanted() {
  const seq = wanted;
  wanted = null;
  if (links.show(bubbles, seq)) {
    low = isLow();
    $('newer').hidden = low;
    return;
  }
  const link = text('a', '', say('message_earlier_read'));
  link.href = `/desk/transcripts/read?${new URLSearchParams({ conversation: selected })}#${seq}`;
  notice = element('span', '', say('message_earlier'), ' ', link);
  showStand();
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

function turnTo({ id, seq }) {
  wanted = seq;
  if (id === selected && card) return wanted && goToWanted();
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
  macros.turnTo(id);
  if (id) refresh();
}

reveals.follow(bubbles, () => selected, ({ line: found }) => {
  thread.reveal(found);
  refresh();
});
reveals.follow($('brief'), () => selected, ({ value }, wanted) => {
  brief.reveal(wanted, value);
  refresh();
});
wrong.follow(bubbles, () => selected, refresh);
addEventListener('hashchange', () => turnTo(links.read(location.hash)));
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
  const as = JSON.stringify([card.person, card.verified, card.channel, card.persona?.nickname, card.tags]);
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

/** Looks for the same person on another channel. */
async function findSame() {
  if (card) await same.open(card, brief.decides);
}

const doer = (each, style = '') => {
  const made = button(style, acts.label(each, card), () => doing(each));
  made.dataset.act = each.name;
  if (each.key) made.title = say('key_is', { key: keys.shown(keys.keyOf(each.name)) });
  return made;
};

/** Leaves what is the same as it stands, so that nobody's press or focus is lost. */
function fill(place, buttons) {
  const look = all => [...all].map(each => `${each.textContent} ${each.title}`).join();
  const same = look(place.querySelectorAll('button')) === look(buttons);
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

/**
 * Does something with a conversation.
 *
 * @param sure is called once nothing more is asked
 * @return what came of it; null where it was not gone through with
 */
async function perform(each, on, read, sure = () => {}) {
  const asked = each.asks ? await each.asks(on, read) : {};
  if (!asked) return null;
  sure();
  const back = each.name === 'undo' ? takeback.next(on) : null;
  const does = more => act(`/desk/${each.name}`, { conversation: on.id, ...asked, ...more });
  let answer = back?.back ? { done: Boolean(await back.back()) } : await does({});
  if (answer.open) {
    if (!await checklist.isMeant(answer.open)) return null;
    answer = await does({ anyway: true });
  }
  if (back) takeback.tookBack(on.id, back);
  else if (answer.done) takeback.did(on.id, each.name, each.back?.(on) ?? null);
  return answer;
}

/** The same from the lists: what is claimed is opened, everything else leaves the reader where they are. */
async function doingAside(each, on) {
  if (on.id === selected && card) return doing(each);
  try {
    const answer = await perform(each, on, null);
    if (!answer) return;
    if (!answer.done) choosing.explain(on.id, answer, each.name);
    else if (each.name === 'claim') pick(on.id);
  } catch (e) {
    if (e instanceof SignedOut) return signedOut();
    choosing.explain(on.id, null, each.name);
  }
  await refresh();
}

const holdStill = () => document.querySelectorAll('#acts button, #stand button').forEach(press => {
  press.disabled = true;
});

/** It was not gone through with. */
function letGo() {
  $('acts').replaceChildren();
  if (card) showHead();
}

function doing(each) {
  return settling(async () => {
    const answer = await perform(each, card, thread, holdStill);
    return answer && { name: each.name, told: answer.done ? null : each.name === 'undo' ? say('undo_late') : composer.lost(answer) };
  });
}

/** Several acts with one press, once the reader has seen what they do. */
function doingMacro(macro) {
  return settling(async () => {
    const asked = await macros.foresee(macro, [card], drafts.of(selected).seq);
    if (!asked) return null;
    holdStill();
    const [came] = await macros.make(asked, [card.id]);
    const back = macros.undoing([came]);
    if (back) takeback.did(came.conversation, 'macros', async () => !(await back.run()).length, macros.ends([came]));
    if (came.answer.meanwhile) composer.came(came.conversation, came.answer);
    return { name: 'macros', told: macros.why(came.answer) };
  });
}

/** Does something with the conversation on the page, and says why where it could not be done. */
async function settling(does) {
  const id = selected;
  let name;
  try {
    const came = await does();
    if (!came) return letGo();
    name = came.name;
    notice = came.told;
  } catch (e) {
    if (e instanceof SignedOut) return signedOut();
    notice = say('try_again');
  }
  $('acts').replaceChildren();
  await refresh();
  if (id === selected && card) {
    showHead();
    if (!notice && name === 'claim') composer.focus();
  }
}

const chooseMacro = () => card && macros.choose(card.id, doingMacro);

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

// ---- everything at once

/** What can be done now and where one can go, for the palette. */
function openPalette() {
  const key = name => keys.shown(keys.keyOf(name));
  const one = (name, run, words = say(name)) => ({ group: say('palette_acts'), name, words, key: key(name), run });
  const here = card ? [
    ...acts.ALL.filter(each => each.when(card)).map(each => one(each.name, () => doing(each), acts.label(each, card))),
    acts.isMine(card) ? one('reply', () => composer.turnToReply()) : null,
    one('note', () => composer.turnToNote()), one('tags', tagging), one('same', findSame), one('copy_link', copyLink),
    one('brief', () => showBrief(!panes.classList.contains('briefing'))), one('choose', () => choosing.toggle(selected)),
    acts.isMine(card) ? one('canned_open', () => composer.openCanned()) : null] : [];
  if (card) here.push(one('macros', chooseMacro), ...macros.options(doingMacro));
  const anywhere = [one('key_unanswered', () => unanswered()), one('keys', keySheet.open), one('notices', openSheet),
    ...[...$('presence').options].map(({ value, text: words }) => ({ ...one(`presence_${value}`, () => presence.choose(value), words), hint: say('presence') }))];
  const places = [...document.querySelectorAll('.places a, .menu-sheet a')].map(link => ({ group: say('places'), name: link.pathname.split('/').at(-1), words: link.textContent.trim(), run: () => link.click() }));
  const talks = known ? board.LISTS.flatMap(list => known[list].map(talk => ({
    group: say('conversations'), words: talk.person, hint: `${say(`list_${list}`)} · ${talk.channel}`, run: () => pick(talk.id) }))) : [];
  palette.open([...here, ...anywhere, ...talks, ...places].filter(Boolean));
}

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

for (const each of acts.ALL.filter(one => one.key && one.name !== 'undo')) {
  keys.on(each.key, each.name, () => card && each.when(card) && doing(each));
}
keys.on('z', 'undo', takeBack);
keys.on('r', 'reply', () => composer.turnToReply());
keys.on('n', 'note', () => composer.turnToNote());
keys.on('mod+Enter', 'send', () => composer.send());
keys.on('mod+shift+Enter', 'send_next', () => composer.send(() => unanswered(selected)));
keys.on('l', 'tags', tagging);
keys.on('u', 'same', findSame);
keys.on('/', 'canned_open', () => composer.openCanned());
keys.on('m', 'macros', chooseMacro);
keys.on('f', 'key_search', () => location.assign('/desk/transcripts'));
keys.on('s', 'suggestions', () => suggestions.enter());
keys.on('i', 'brief', () => showBrief(!panes.classList.contains('briefing')));
keys.on('y', 'copy_link', copyLink);
keys.on('shift+ArrowUp', 'key_message_up', () => links.beside(bubbles, -1), true);
keys.on('shift+ArrowDown', 'key_message_down', () => links.beside(bubbles, 1), true);
keys.on('j', 'key_next', () => pickNext(1), true);
keys.on('k', 'key_previous', () => pickNext(-1), true);
keys.on('g u', 'key_unanswered', () => unanswered());
keys.on('Enter', 'key_open', goIn);
keys.on('Escape', 'back_to_lists', backToLists);
keys.on('alt+#', 'key_chat', n => known?.mine[n - 1] && pick(known.mine[n - 1].id));
keys.on('x', 'choose', () => aimedAt() && choosing.toggle(aimedAt()));
keys.on('X', 'key_choose_to', () => aimedAt() && choosing.toggle(aimedAt(), true));
keys.on('a', 'presence', presence.ask);
keys.on('mod+k', 'palette', openPalette);
keys.on('?', 'keys', keySheet.open);
$('show-keys').addEventListener('click', keySheet.open);
$('open-macros').addEventListener('click', chooseMacro);
keys.load().then(() => card && showHead(), () => {}); // the usual ones do until it can be asked

function unanswered(but = null) {
  const id = lists.longest(but);
  if (id) pick(id);
}

/** Into the conversation: to write where that is one's to do, else to read; to the first where none is open. */
function goIn() {
  if (!selected) return pickNext(1);
  if (acts.isMine(card)) composer.turnToReply();
  else bubbles.focus();
}

function backToLists() {
  const left = selected;
  if (!left && choosing.isChoosing()) choosing.clear();
  location.hash = '';
  document.querySelector(`.conversation[data-id="${CSS.escape(left ?? '')}"]`)?.focus();
}

/** What was done last, where it still can be; else says that it cannot. */
function takeBack() {
  if (!card) return;
  const undo = acts.named('undo', card);
  if (undo) return doing(undo);
  notice = say('undo_none');
  showStand();
}

function copyLink() {
  const at = links.current(bubbles);
  if (selected && at) links.copy(selected, at);
}

/** Draws the rows anew that were chosen, or are no more. */
const redrawRows = () => known && lists.show(known, selected, pick, refresh);

choosing.start(refresh, redrawRows);
rows.start(doingAside);
lists.adorn(rows.adornment);
links.follow(bubbles, () => selected);
same.start(refresh, words => {
  notice = words;
  if (card) showStand();
});
document.addEventListener('same', findSame);
document.addEventListener('takeback', () => card && showHead());

/** What is picked, even while the page still turns to it: whoever presses fast means the next after that. */
const aimedAt = () => links.read(location.hash).id;

function pickNext(step) {
  const next = lists.beside(aimedAt(), step);
  if (next) pick(next);
}

addEventListener('focus', () => refresh()); // a draft may have been written on another device
document.addEventListener('presence', refresh);
setInterval(lists.tick, 1000);
turnTo(links.read(location.hash));
refresh();
listen(seq => seq > seen && refresh(), line, gaze.hear);
