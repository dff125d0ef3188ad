// The agents' desk: lists on the left, the thread in the middle, the brief on the right.
import { act, ask, SignedOut } from './api.js';
import { allowance } from './allowance.js';
import * as brief from './brief.js';
import * as composer from './composer.js';
import { button, element, face, icon, text } from './elements.js';
import * as lists from './lists.js';
import { listen } from './live.js';
import { Thread } from './thread.js';
import { say, span } from './words.js';

const AT_MOST_EVERY = 400;
const $ = id => document.getElementById(id);
const panes = $('panes');
const me = panes.dataset.login;
const bubbles = $('bubbles');
const thread = new Thread(bubbles);

let selected = null;
let card = null;
let seen = -1; // the journal's place that the page shows
let threadSeq = 0;
let notice = null;
let waitingBefore = null;

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
    const [found] = await Promise.all([ask('/desk/lists'), selected ? refreshThread(selected) : null]);
    seen = Math.max(seen, found.seq);
    lists.show(found, selected, pick);
    announce(found);
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
  const found = await ask('/desk/conversation', { id, after: threadSeq });
  if (id !== selected) return; // somebody picked another meanwhile
  const first = threadSeq === 0;
  threadSeq = found.seq;
  card = found.card;
  const newer = thread.put(found.lines, card.person);
  showHead();
  brief.show($('brief'), card, thread, () => showBrief(false));
  if (first || low) toEnd();
  else if (newer) $('newer').hidden = false;
}

const isLow = () => bubbles.scrollHeight - bubbles.scrollTop - bubbles.clientHeight < 80;
let low = true; // whether the reader stands at the end, and wants to stay there
bubbles.addEventListener('scroll', () => {
  low = isLow();
  if (low) $('newer').hidden = true;
});
new ResizeObserver(() => low && toEnd()).observe(bubbles);

function toEnd() {
  bubbles.scrollTop = bubbles.scrollHeight;
}

$('newer').addEventListener('click', toEnd);

// ---- one conversation

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
  if (id) refresh();
}

addEventListener('hashchange', () => turnTo(decodeURIComponent(location.hash.slice(1)) || null));
$('back').addEventListener('click', () => {
  location.hash = '';
});
$('show-brief').addEventListener('click', () => showBrief(!panes.classList.contains('briefing')));
addEventListener('keydown', event => event.key === 'Escape' && showBrief(false));

function showBrief(open) {
  panes.classList.toggle('briefing', open);
  $('show-brief').setAttribute('aria-expanded', String(open));
}

function showHead() {
  const mine = card.owner === 'human' && card.agent === me;
  $('thread-who').replaceChildren(
    face(card.person, null, 'person'),
    element('div', '', text('h1', '', card.person),
      element('p', 'tags', text('span', 'tag', card.channel),
        card.persona ? text('span', 'tag bot', card.persona.nickname) : null)));
  $('acts').replaceChildren(...acts(mine));
  $('composer').hidden = false;
  composer.allow(mine);
  $('speaking-as').textContent = mine ? say('speaking_as', { name: panes.dataset.name }) : '';
  const allowed = allowance(card);
  $('allowance').textContent = mine && allowed ? allowed.words : '';
  $('allowance').classList.toggle('none', Boolean(allowed?.none));
  showStand(mine);
}

function acts(mine) {
  if (mine) {
    return [button('', say('release'), () => doing('release')), button('', say('close'), () => doing('close'))];
  }
  return [];
}

function showStand(mine) {
  const stand = $('stand');
  stand.className = `stand ${notice ? 'alert' : card.owner}`;
  stand.hidden = mine && !notice;
  const name = card.persona?.nickname ?? say('side_BOT');
  if (notice) stand.replaceChildren(text('span', '', notice));
  else if (card.owner === 'queued') {
    stand.replaceChildren(waiting(), button('main', say('claim'), () => doing('claim')));
  } else if (card.owner === 'bot') {
    stand.replaceChildren(text('span', '', say('bot_answers', { name })), button('', say('take_over'), () => doing('claim')));
  } else stand.replaceChildren(text('span', '', say('has_it', { name: card.agentName ?? '' })));
}

function waiting() {
  const wait = text('b', 'wait', '');
  wait.dataset.since = card.since;
  const made = element('span', '', `${say('waits')} `, wait, ` · ${lists.reason(card.why)}`);
  queueMicrotask(lists.tick);
  return made;
}

async function doing(what) {
  const id = selected;
  for (const each of document.querySelectorAll('#acts button, #stand button')) each.disabled = true;
  try {
    const answer = await act(`/desk/${what}`, { conversation: id });
    notice = answer.done ? null : composer.lost(answer);
  } catch (e) {
    if (e instanceof SignedOut) return signedOut();
    notice = say('try_again');
  }
  await refresh();
  if (id === selected && card) {
    showHead();
    if (!notice && what === 'claim') composer.focus();
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
$('words').addEventListener('input', () => {
  if (notice && card?.agent === me) {
    notice = null;
    showStand(true);
  }
});

// ---- the line to the server, and what there is to notice

function line(up) {
  $('line-state').textContent = up ? '' : say('line_down');
}

function signedOut() {
  const link = text('a', '', say('signed_out'));
  link.href = `/desk/sign-in?to=${encodeURIComponent('/desk')}`;
  $('line-state').replaceChildren(link);
}

function announce(found) {
  const waits = found.queue.length;
  const owed = found.mine.filter(mine => mine.unanswered).length;
  document.title = `${waits + owed ? `(${waits + owed}) ` : ''}${say('desk')} · 人話`;
  const ids = new Set(found.queue.map(each => each.id));
  const fresh = waitingBefore && found.queue.filter(each => !waitingBefore.has(each.id));
  if (fresh?.length) $('news').textContent = say('news_queue', { name: fresh.at(-1).person });
  waitingBefore = ids;
}

setInterval(lists.tick, 1000);
turnTo(decodeURIComponent(location.hash.slice(1)) || null);
refresh();
listen(seq => seq > seen && refresh(), line);
