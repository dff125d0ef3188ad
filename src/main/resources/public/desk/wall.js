// The supervisor's wall: who waits, how long still, who is there; and giving a conversation to somebody.
import { act, ask, SignedOut } from './api.js';
import * as alarms from './alarms.js';
import * as choices from './choices.js';
import { dragging } from './drag.js';
import { button, element, face, icon, text } from './elements.js';
import { reason, tick as tickWaits } from './lists.js';
import { listen } from './live.js';
import { openSheet, warn } from './notice-sheet.js';
import * as notices from './notices.js';
import { choice, field, labelled, sheet } from './sheets.js';
import * as sounds from './sounds.js';
import { say, span } from './words.js';

const $ = id => document.getElementById(id);
const panes = $('panes');
const tv = panes.dataset.tv === 'true';
const SOON = 600_000;
/** What a television has room for; elsewhere one can scroll. */
const ROOM = tv ? { tickets: 8, promises: 7, people: 9 } : { tickets: Infinity, promises: Infinity, people: Infinity };
const NOBODY = { offered: [], queue: [], mine: [], hold: [], colleagues: [], bot: [] };

let seen = -1;
let skew = 0;
let state = null;
let asking = false;
let again = false;

async function refresh() {
  if (asking || isDragging()) {
    again = true;
    return;
  }
  asking = true;
  try {
    state = await ask('/desk/wall/state', tv ? { tv: '' } : {});
    seen = Math.max(seen, state.seq);
    skew = Date.parse(state.now) - Date.now();
    draw();
    line(true);
  } catch (e) {
    if (e instanceof SignedOut) location.reload();
    line(false);
  } finally {
    asking = false;
    if (again) {
      again = false;
      setTimeout(refresh, 400);
    }
  }
}

function line(up) {
  $('line-state').textContent = up ? '' : say('line_down');
}

// ---- drawing

function draw() {
  const focused = document.activeElement?.dataset?.id;
  const told = alarms.inWords(state.alarms);
  alarms.show($('alarms'), told);
  notices.follow(NOBODY, told, false);
  $('figures').replaceChildren(...figures());
  $('teams').replaceChildren(...state.teams.map(team));
  fill('promises', promised(), promise, 'wall_no_promises');
  fill('waiting', state.waiting, ticket, 'list_queue_empty', 'tickets');
  fill('people', crew(), person, 'wall_nobody');
  $('waiting-count').textContent = state.waiting.length;
  $('waiting-count').hidden = !state.waiting.length;
  if (focused) document.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  tick();
}

function fill(name, all, made, empty, room = name) {
  const shown = all.slice(0, ROOM[room]);
  const more = all.length - shown.length;
  $(name).replaceChildren(...shown.map(made),
    ...(more ? [text('li', 'soft', say('wall_more', { n: more }))] : []),
    ...(all.length ? [] : [text('li', 'soft', say(empty))]));
}

function figures() {
  const waits = state.waiting.map(each => each.since).sort();
  const there = state.people.filter(each => ['online', 'busy'].includes(each.presence)).length;
  const grave = waits.length > 0 && there === 0;
  return [
    figure('wall_waiting', String(state.waiting.length), state.waiting.length ? 'some' : ''),
    figure('wall_longest', waits.length ? clock(waits[0]) : '–'),
    figure('wall_told_now', minutes(state.told)),
    figure('wall_there', say('wall_of', { n: there, m: state.people.length }), grave ? 'late' : ''),
  ];
}

function figure(name, value, style = '') {
  return element('div', `figure-of ${style}`, text('dt', '', say(name)), element('dd', '', value));
}

function clock(since) {
  const made = text('span', 'wait', '');
  made.dataset.since = since;
  return made;
}

const minutes = seconds => (seconds === undefined ? '–' : say('minutes', { n: Math.max(1, Math.round(seconds / 60)) }));

function team(each) {
  const name = text('th', '', each.name);
  name.scope = 'row';
  return element('tr', each.waiting ? '' : 'idle', name, text('td', '', String(each.waiting)),
    element('td', '', each.longest ? clock(each.longest) : '–'), text('td', '', minutes(each.typical)), text('td', '', minutes(each.told)));
}

const promised = () => state.waiting
  .filter(each => each.broken || (each.breaks && Date.parse(each.breaks) - Date.now() - skew < SOON))
  .sort((one, other) => other.broken - one.broken || Date.parse(one.breaks ?? one.since) - Date.parse(other.breaks ?? other.since));

function promise(each) {
  const left = text('span', 'left', each.broken ? say('wall_broken') : '');
  if (!each.broken) left.dataset.until = each.breaks;
  return element('li', each.broken ? 'broken' : '', text('b', '', each.person), text('span', 'soft', each.team), left);
}

function ticket(each) {
  return element('li', '', card(each, [
    face(each.person, null, 'person'),
    element('span', 'ticket-who', text('b', '', each.person), clock(each.since)),
    element('span', 'tags',
      each.rank === 'urgent' ? text('span', 'tag late', say('rank_urgent')) : null,
      text('span', 'tag queue', reason(each.why)),
      text('span', 'tag', each.team),
      each.offered ? text('span', 'tag human', say('goes_to', { name: each.offered })) : null),
  ], each.rank));
}

/** Something that can be given to somebody: by dragging it, or by what it opens. */
function card(each, parts, style) {
  if (tv) return element('div', `ticket ${style}`, ...parts);
  const made = button(`ticket ${style}`, '', () => open(each));
  const grip = text('span', 'grip', '⠿');
  grip.setAttribute('aria-hidden', 'true');
  made.append(...parts.filter(Boolean), grip);
  made.dataset.id = each.id;
  made.setAttribute('aria-haspopup', 'dialog');
  return made;
}

const ORDER = ['online', 'busy', 'break', 'offline'];

/** Whoever is there, and of the others those who are waited for. */
function crew() {
  return state.people
    .toSorted((one, other) => ORDER.indexOf(one.presence) - ORDER.indexOf(other.presence) || one.name.localeCompare(other.name));
}

function person(each) {
  const has = state.running.filter(one => one.agent === each.login);
  const made = element('li', `mate target ${each.presence} ${each.lost && has.some(one => one.unanswered) ? 'lost' : ''}`,
    element('p', 'mate-name', text('span', 'dot', ''), text('b', '', each.name),
      text('span', 'soft', say(each.lost ? 'wall_lost' : `presence_${each.presence}`)),
      text('span', 'load', `${each.load}/${each.capacity}`)),
    has.length ? element('p', 'mate-has', ...has.map(one => card(one,
      [text('span', '', one.person), one.unanswered ? clock(one.unanswered) : null], 'chip'))) : null);
  made.dataset.login = each.login;
  return made;
}

function tick() {
  tickWaits();
  const now = Date.now() + skew;
  for (const left of document.querySelectorAll('.left[data-until]')) {
    const rest = Date.parse(left.dataset.until) - now;
    left.textContent = rest > 0 ? span(rest) : say('wall_broken');
  }
}

// ---- giving it to somebody

const find = id => state.waiting.find(each => each.id === id) ?? state.running.find(each => each.id === id);
const nameOf = login => state.people.find(each => each.login === login)?.name ?? login;

/** Whoever is pulled out of somebody's hands: both read why. */
async function give(id, to) {
  const about = find(id);
  if (!about || about.agent === to) return;
  const asked = about.agent
    ? await sheet(say('wall_take', { name: about.person, by: nameOf(about.agent), to: nameOf(to) }),
      [labelled(say('assign_why'), field('why', { required: true }))], say('assign_do'))
    : { why: 'assigned' };
  if (asked) await doing('assign', { conversation: id, to, ...asked }, say('wall_given', { name: about.person, to: nameOf(to) }));
}

async function doing(what, values, done) {
  try {
    const answer = await act(`/desk/${what}`, values);
    $('said').textContent = answer.done ? done : say('try_again');
  } catch (e) {
    if (e instanceof SignedOut) return location.reload();
    $('said').textContent = say('try_again');
  }
  refresh();
}

/** What one can do with a conversation without dragging it. */
function open(each) {
  const made = document.createElement('dialog');
  made.className = 'sheet';
  const then = does => () => {
    made.close();
    does();
  };
  const listen = text('a', 'button', say('wall_listen'));
  listen.href = `/desk#${encodeURIComponent(each.id)}`;
  made.append(element('div', 'stack', text('h2', '', each.person),
    each.agent ? text('p', 'soft', say('has_it', { name: nameOf(each.agent) })) : text('p', 'soft', `${say('wall_waiting')} · ${reason(each.why)}`),
    button('main', say('assign'), then(() => askWhom(each))),
    button('', say('wall_whisper'), then(() => whisper(each))),
    listen,
    element('div', 'sheet-foot', button('', say('close_sheet'), () => made.close()))));
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  made.showModal();
}

async function askWhom(each) {
  const all = crew().filter(one => one.login !== each.agent)
    .map(one => [one.login, `${one.name} · ${say(`presence_${one.presence}`)} · ${one.load}/${one.capacity}`]);
  const given = await sheet(say('assign'), [labelled(say('assign_to'), choice('to', all))], say('assign_do'));
  if (given) await give(each.id, given.to);
}

async function whisper(each) {
  const given = await sheet(say('wall_whisper'), [labelled(say('note_hint'), field('text', { lines: 3, longest: 4000, required: true }))],
    say('note_save'));
  if (given) await doing('note', { conversation: each.id, text: given.text }, say('wall_whispered', { name: each.person }));
}

// ---- beginning

let isDragging = () => false;
if (tv) {
  $('alarms').dataset.leads = 'nowhere';
} else {
  isDragging = dragging(panes, (dragged, target) => give(dragged.dataset.id, target.dataset.login));
  $('show-notices').append(icon('bell'));
  $('show-notices').addEventListener('click', openSheet);
}
notices.start(id => id && location.assign(`/desk#${encodeURIComponent(id)}`), () => false);
sounds.prepare(warn);
choices.load().catch(() => {}).finally(warn);
setInterval(tick, 1_000);
refresh();
listen(seq => seq > seen && refresh(), line);
