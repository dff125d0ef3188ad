// Draws the lines of a conversation: who said what, when, why, and what became of it.
import { crossed } from './crossed.js';
import { element, face, text, time } from './elements.js';
import { linker } from './links.js';
import { reason } from './lists.js';
import { shower } from './reveal.js';
import { forgetWhys, whyOf } from './why.js';
import { dayOf, has, isSameDay, say, timeOf } from './words.js';
import { wrongOf } from './wrong.js';

const OURS = ['BOT', 'HUMAN'];
const MEMOS = ['note', 'begun'];
const PLAIN = ['text', 'choices', 'chosen', 'card'];

export class Thread {
  #place;
  #lines = new Map();
  #person = '';
  #unreadFrom = 0;

  constructor(place) {
    this.#place = place;
  }

  clear() {
    this.#lines.clear();
    this.#unreadFrom = 0;
    forgetWhys();
    this.#place.replaceChildren();
  }

  /**
   * Puts in what is new and what changed; true when something new came at the end. Where the reader was away meanwhile, a
   * line says up to where they have read.
   */
  put(lines, person, readTo = null) {
    this.#person = person;
    if (readTo && this.#unreadFrom <= readTo) {
      this.#unreadFrom = lines.find(line => line.seq > readTo && isNews(line))?.seq ?? this.#unreadFrom;
    }
    const before = Math.max(0, ...this.#lines.keys());
    for (const line of lines) this.#lines.set(line.seq, line);
    if (lines.length) this.#draw();
    return lines.some(line => line.seq > before);
  }

  /** Shows one line whole, and leaves the reader at it. */
  reveal(line) {
    this.#lines.set(line.seq, line);
    this.#draw();
    this.#place.querySelector(`[data-seq="${line.seq}"]`)?.focus();
  }

  get last() {
    return [...this.#lines.values()].findLast(line => line.meaning || line.source?.line);
  }

  get lines() {
    return [...this.#lines.values()];
  }

  #draw() {
    const at = document.activeElement?.matches('#bubbles > [data-seq]') ? document.activeElement.dataset.seq : null;
    const sorted = this.lines.filter(line => !isToldBelow(line)).sort((one, other) => one.seq - other.seq);
    const hands = sorted.filter(line => line.form === 'passed');
    this.#place.replaceChildren(...sorted.flatMap((line, i) => [
      i > 0 && line.seq === this.#unreadFrom ? readToHere() : null,
      ...drawn(line, sorted[i - 1], sorted[i + 1], this.#person, this.#lines, hands)].filter(Boolean)));
    if (at) this.#place.querySelector(`[data-seq="${at}"]`)?.focus({ preventScroll: true }); // drawn anew, still read there
  }
}

/** That they left or can be reached again stands in the line that says what became of it. */
const isToldBelow = line => line.form === 'entered' && ['[left]', '[returned]'].includes(line.text);

/** What others said: one's own words need no reading. */
const isNews = line => line.side === 'PERSON' || (line.form === 'note' && !isOwn(line));
const isOwn = line => line.actor === document.getElementById('panes')?.dataset.name;

function readToHere() {
  const made = text('p', 'read-to-here', say('read_to_here'));
  made.id = 'read-to-here';
  return made;
}

function drawn(line, before, after, person, all, hands) {
  const at = new Date(line.at);
  const day = !before || !isSameDay(new Date(before.at), at) ? text('p', 'day', dayOf(at)) : null;
  return [day, line.side === 'DESK' ? deskLine(line, at, all) : bubbleLine(line, before, after, at, person, hands)].filter(Boolean);
}

function deskLine(line, at, all) {
  if (MEMOS.includes(line.form)) return noteLine(line, at);
  const words = line.form === 'passed' ? passed(line) : noted(line, all);
  return element('p', `desk-line to-${line.owner}`, text('span', '', words), ' ', time(at, timeOf(at)));
}

/** Words that colleagues leave each other: nobody else reads them. */
function noteLine(line, at) {
  const made = element('article', `memo ${isOwn(line) ? '' : 'of-another'}`, element('header', 'speaker', text('span', '', line.name ?? ''), text('span', 'badge note', say(line.form))),
    text('p', 'words', line.text), element('footer', 'foot', masked(line), time(at, timeOf(at))));
  return atItsPlace(made, line);
}

const masked = line => (line.masked ? shower({ seq: line.seq }) : null);

function atItsPlace(made, line) {
  made.dataset.seq = line.seq;
  made.tabIndex = -1;
  made.append(linker());
  return made;
}

function noted(line, all) {
  if (line.name === 'revealed') return revealed(line, all.get(Number(line.text)));
  if (['blocked', 'block_asked'].includes(line.name)) return blocked(line);
  if (line.name.startsWith('merge') || line.name === 'separated') return ofTwo(line);
  if (has(`noted_${line.name}`)) return say(`noted_${line.name}`, { name: line.actor ?? '', words: line.text });
  if (line.name !== 'rating') return `${say('noted')}: ${line.text}`;
  return has(`rating_${line.text}`) ? say(`rating_${line.text}`) : say('rating_score', { n: line.text });
}

/** For how long comes first, then why. */
function blocked(line) {
  const [term, ...words] = line.text.split(' ');
  return say(`noted_${line.name}`, { name: line.actor ?? '', term: say(`block_${term}`), words: words.join(' ') });
}

/** The other's channel comes first, then why. */
function ofTwo(line) {
  const [channel, ...words] = line.text.split(' ');
  return say(`noted_${line.name}`, { name: line.actor ?? '', channel, words: words.join(' ') });
}

/** Who looked at what, and never at which words. */
function revealed(line, seen) {
  const name = line.actor ?? '';
  if (seen) return say('revealed_line', { name, at: timeOf(new Date(seen.at)) });
  return Number(line.text) ? say('revealed_earlier', { name }) : say('revealed_value', { name, words: line.text.replaceAll('_', ' ') });
}

/** By why it changed hands where there is a sentence for that, else by who has it now. */
function passed(line) {
  const values = { name: line.name ?? '', by: line.actor ?? '', why: reason(line.text), topic: line.text };
  const known = [`passed_${line.owner}_${key(line.text)}`, `passed_${key(line.text)}`, `passed_${line.owner}`].find(has);
  const words = known ? say(known, values) : say('passed_bot');
  if (!line.actor || line.owner !== 'human' || line.actor === line.name) return words;
  return `${words} · ${say(known === 'passed_human' && line.text ? 'done_by_because' : 'done_by', values)}`;
}

const key = words => words.replaceAll(' ', '_');

function bubbleLine(line, before, after, at, person, hands) {
  const begins = !isRun(before, line);
  const ends = !isRun(line, after);
  const made = element('article', `said ${line.side.toLowerCase()} ${line.fate?.state ?? ''}`,
    begins ? head(line, person) : null,
    bubble(line),
    element('footer', 'foot', masked(line), ...fate(line), ends ? time(at, timeOf(at)) : null),
    why(line, after),
    late(line, hands),
    line.side === 'BOT' ? element('div', 'bot-foot', whyOf(line.seq, say('why')), wrongOf(line))
      : isMissed(line) ? whyOf(line.seq, say('why_missed')) : null);
  made.classList.toggle('begins', begins);
  return atItsPlace(made, line);
}

/** Whether the next line goes on speaking, within five minutes. */
const isRun = (line, next) => Boolean(line && next) && line.side === next.side && line.side !== 'DESK'
  && line.name === next.name && moodOf(line) === moodOf(next) && Date.parse(next.at) - Date.parse(line.at) < 300_000
  && isSameDay(new Date(line.at), new Date(next.at));

/** The person reads it although somebody else has the word by now. */
function late(line, hands) {
  const words = crossed(line, hands);
  return words ? text('p', 'crossed', words) : null;
}

function head(line, person) {
  const badge = line.side === 'BOT' ? text('span', 'badge bot', 'AI')
    : line.side === 'HUMAN' ? text('span', 'badge human', say('side_HUMAN')) : null;
  return element('header', 'speaker', mood(line), text('span', '', line.name ?? person), badge);
}

const moodOf = line => line.source?.face?.mood;

/** The face the persona showed, where it was another than its usual one. */
function mood(line) {
  const picture = moodOf(line) && ownPath(line.source.face.picture);
  const made = picture && face(moodOf(line), picture, 'mood');
  if (made) made.title = moodOf(line);
  return made || null;
}

function bubble(line) {
  const made = element('div', 'bubble');
  if (line.form === 'entered') made.append(text('span', 'kind', say('entered')), ` ${line.text.replace(/^\[|\]$/g, '')}`);
  else if (isOurPicture(line)) made.append(...picture(line));
  else if (!PLAIN.includes(line.form)) made.append(text('span', 'kind', say(`form_${line.form}`)), ...other(line));
  else made.append(text('span', 'words', line.text));
  if (line.choices.length) made.append(element('ul', 'choices', ...line.choices.map(choice => text('li', '', choice))));
  if (line.form === 'chosen') made.classList.add('chosen');
  return made;
}

/** What we sent lies here, whatever this server is called from outside; others' pictures are never loaded. */
const isOurPicture = line => line.form === 'image' && OURS.includes(line.side) && Boolean(ownPath(line.place));
const ownPath = place => /^(?:https?:\/\/[^/]+)?(\/[pa]\/[^?#]+)$/.exec(place ?? '')?.[1];

function picture(line) {
  const made = new Image();
  made.alt = line.text;
  made.className = 'picture';
  made.addEventListener('error', () => made.replaceWith(text('span', 'kind', say('form_image'))));
  made.src = ownPath(line.place);
  return [made, text('span', 'words', line.text)];
}

const other = line => [line.text && line.form !== 'unsupported' ? text('span', 'words', line.text) : null,
  line.form === 'unsupported' ? text('code', '', line.text) : null,
  line.place && line.place !== line.text ? text('code', '', line.place) : null].filter(Boolean);

function fate(line) {
  if (!OURS.includes(line.side) || !line.fate) return [];
  const { state, why: failure } = line.fate;
  const known = `fate_${state}_${failure}`;
  const words = has(known) ? say(known) : say(`fate_${state}`) + (failure && !['sent', 'withheld'].includes(state) ? `: ${failure}` : '');
  return [text('span', `fate ${state}`, words)];
}

/** 'Understood as … 92 %', once under the last bubble that came of it. */
function why(line, after) {
  if (line.side !== 'BOT' || (after?.side === 'BOT' && sameSource(line, after))) return null;
  const meant = line.meaning;
  const parts = [];
  if (meant) {
    parts.push(meant.intent
      ? say('understood', { intent: meant.intent.replaceAll('_', ' '), percent: Math.round(meant.confidence * 100) })
      : say('not_understood'));
  }
  if (line.source?.line && line.source.line !== meant?.intent) parts.push(say('from_line', { line: line.source.line }));
  return parts.length ? text('p', 'why', parts.join(' · ')) : null;
}

/** Heard, and taken for nothing that the script has. */
const isMissed = line => line.side === 'PERSON' && Boolean(line.meaning) && !line.meaning.intent;

const sameSource = (one, other) => one.source?.line === other.source?.line
  && one.meaning?.intent === other.meaning?.intent && one.meaning?.confidence === other.meaning?.confidence;
