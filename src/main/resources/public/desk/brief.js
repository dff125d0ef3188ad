// The right pane: what an agent needs to know before the first word.
import { ask } from './api.js';
import { allowance } from './allowance.js';
import * as checklist from './checklist.js';
import { button, element, face, icon, text } from './elements.js';
import { reason } from './lists.js';
import { shower } from './reveal.js';
import * as same from './same.js';
import * as tags from './tags.js';
import * as voice from './voice.js';
import { has, moment, say } from './words.js';

let told = null; // what the server told of a conversation, and up to where in the journal that was so
let person = null; // where else they talk with us, and who may be the same
let asking = null;
let shown = new Map(); // what was masked, and was looked at
let redraw = () => {};

/** Shows what the page knows at once, and what the server knows besides as soon as it says so. */
export function show(place, card, thread, onClose) {
  if (told?.id !== card.id) {
    told = null;
    person = null;
    shown = new Map();
  }
  redraw = () => draw(place, card, thread, onClose);
  redraw();
  if (told?.seq === card.seq || asking === `${card.id} ${card.seq}`) return;
  const mine = `${card.id} ${card.seq}`;
  asking = mine;
  Promise.all([ask('/desk/brief', { id: card.id }), ask('/desk/person', { id: card.id }).catch(() => null)])
    .then(([found, other]) => {
      if (asking !== mine) return; // somebody picked another, or wrote, meanwhile
      told = { id: card.id, seq: card.seq, ...found };
      person = other;
      draw(place, card, thread, onClose);
    })
    .catch(() => {})
    .finally(() => {
      if (asking === mine) asking = null;
    });
}

/** Whether the reader may make one person of two; else they ask for it. */
export const decides = () => Boolean(person?.decides);

/** Shows one value whole, for as long as the conversation is open. */
export function reveal({ conversation, value: name }, value) {
  shown.set(shownAs(name, conversation), value);
  redraw();
}

function draw(place, card, thread, onClose) {
  const close = button('icon close-brief', '', onClose);
  close.setAttribute('aria-label', say('close_brief'));
  close.append(icon('close'));
  place.replaceChildren(
    close,
    element('div', 'brief-person', face(card.person, null, 'large'), text('h2', '', card.person),
      element('p', 'tags', ...tags.chips(card), ...same.tags(person)), text('p', 'soft', card.id), finder()),
    same.of(card, person),
    list(blocked(card)),
    list(wants(card)),
    known(),
    told ? checklist.of(card, thread, told.checklist) : '',
    curve(),
    list(around(card, thread)),
    earlier(),
    persona(card) ?? '',
    card.persona ? voice.of(card.id) : '');
}

const shownAs = (name, conversation = '') => `${conversation} ${name}`;

/** Opens the sheet in which they are looked for on other channels. */
function finder() {
  return button('tag add', `+ ${say('same_find')}`, () => document.dispatchEvent(new Event('same')));
}

const row = (name, value, style = '') => [text('dt', '', name), text('dd', style, value)];

function list(rows) {
  return rows.length ? element('dl', 'facts', ...rows.flat()) : '';
}

/** Who is not to be answered, until when and why; or whom somebody asks to have blocked. */
function blocked({ block }) {
  if (!block) return [];
  const until = block.until ? say('until_when', { at: moment(new Date(block.until)) }) : say(`block_${block.term}`);
  return [row(say(block.inForce ? 'blocked' : 'block_wanted'), `${until} · ${block.why} · ${block.by}`, 'lead')];
}

/** A value that may be masked. */
const valued = (label, name, value) => [text('dt', '', label), told.masked.includes(name) && !shown.has(shownAs(name))
  ? element('dd', '', text('span', '', value), ' ', shower({ value: name })) : text('dd', '', shown.get(shownAs(name)) ?? value)];

/** What the script tells agents; nothing that stands elsewhere already. */
function wants(card) {
  const why = card.stand.why && !['wrap', 'outside', 'closed'].includes(card.stand.owner) ? card.stand.why : told?.parts.find(part => part.name === 'reason')?.value;
  const parts = (told?.parts ?? []).filter(part => part.name !== 'reason' && part.name !== 'locale');
  return [
    ...(why ? [row(say('brief_why'), reason(why), 'lead')] : []),
    ...parts.map(part => (part.value == null ? row(partName(part.name), say('brief_missing'), 'missing')
      : valued(partName(part.name), part.name, partValue(part)))),
    ...Object.entries(told?.facts ?? {}).filter(([name]) => !parts.some(part => part.name === name))
      .map(([name, value]) => valued(name.replaceAll('_', ' '), name, value)),
  ];
}

/** What the company's own systems know of them; nothing that stands above already. */
function known() {
  const here = told?.known ?? {};
  const names = Object.keys(here).filter(name => !told.parts.some(part => part.name === name));
  const all = [...new Set([...names, ...same.names(person)])].sort();
  const rows = all.map(name => [...(names.includes(name) ? valued(name, name, here[name]) : [text('dt', '', name)]),
    ...same.facts(person, name).map(elsewhere)]);
  return rows.length ? element('section', 'known', text('h3', '', say('brief_known')), list(rows)) : '';
}

/** What is told of the same person on another channel, which may be something else. */
function elsewhere({ conversation, channel, name, value, masked }) {
  const key = shownAs(name, conversation);
  return element('dd', 'elsewhere', text('span', '', shown.get(key) ?? value), text('small', 'soft', channel),
    masked && !shown.has(key) ? shower({ conversation, value: name }) : null);
}

const partName = name => (has(`brief_part_${name}`) ? say(`brief_part_${name}`) : name.replaceAll('_', ' '));
const partValue = ({ name, value }) => (name === 'feeling' && has(`feeling_${value}`) ? say(`feeling_${value}`) : value);

function around(card, thread) {
  const lines = thread.lines;
  const heard = lines.findLast(line => line.meaning)?.meaning;
  const { owner, since, rank, team } = card.stand;
  return [
    ['brief_queue', rank ? team : null],
    ['brief_since', since && owner !== 'bot' ? moment(new Date(since)) : null],
    ['brief_promised', told?.promised ? moment(new Date(told.promised)) : null],
    ['brief_allowance', allowance(card)?.words],
    ['brief_locale', heard ? say(`locale_${heard.locale}`) : null],
    ['channel', card.channel],
    ['brief_score', told?.score ? say('brief_score_of', { n: told.score }) : null],
    ['brief_remark', told?.remark],
    ['brief_version', lines.findLast(line => line.source?.version)?.source.version],
  ].filter(([, value]) => value).map(([name, value]) => row(say(name), String(value)));
}

const SVG = 'http://www.w3.org/2000/svg';
const WIDE = 240;
const HIGH = 44;

/** How they feel, message by message: above the line glad, below it not. */
function curve() {
  const feelings = told?.feelings ?? [];
  if (feelings.length < 2 || feelings.every(each => each === 0)) return '';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDE} ${HIGH}`);
  svg.setAttribute('class', 'curve');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', say('brief_curve_is', { from: feelings[0].toFixed(1), to: feelings.at(-1).toFixed(1) }));
  const x = i => 4 + (i * (WIDE - 8)) / (feelings.length - 1);
  const y = score => HIGH / 2 - score * (HIGH / 2 - 5);
  svg.append(shape('line', { x1: 0, x2: WIDE, y1: HIGH / 2, y2: HIGH / 2, class: 'calm' }),
    shape('polyline', { points: feelings.map((score, i) => `${x(i)},${y(score)}`).join(' '), fill: 'none' }),
    shape('circle', { cx: x(feelings.length - 1), cy: y(feelings.at(-1)), r: 3.5, class: feelings.at(-1) < 0 ? 'low' : '' }));
  return element('div', 'curve-box', text('p', 'soft', say('brief_curve')), svg);
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function earlier() {
  const all = [...(told?.earlier ?? []), ...(person?.earlier ?? [])].sort((one, other) => other.at.localeCompare(one.at));
  if (!all.length) return '';
  return element('section', 'earlier', text('h3', '', say('brief_earlier')),
    element('ul', '', ...all.map(each => element('li', '', topic(each),
      text('span', 'soft', [moment(new Date(each.at)), each.agent, each.channel].filter(Boolean).join(' · '))))));
}

/** What was resolved elsewhere leads there. */
function topic({ topic: words, conversation }) {
  if (!conversation) return text('b', '', words ?? '');
  const link = text('a', '', words ?? say('same_there'));
  link.href = `#${encodeURIComponent(conversation)}`;
  return element('b', '', link);
}

function persona(card) {
  return card.persona && element('div', 'brief-persona', face(card.persona.nickname, card.persona.avatar, 'bot'),
    element('div', '', text('b', '', card.persona.nickname), text('span', 'badge bot', 'AI'),
      text('p', 'soft', say('brief_persona'))));
}
