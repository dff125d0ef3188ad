// Where an agent writes. A draft belongs to its conversation and is never carried over to another.
import { act, SignedOut } from './api.js';
import * as beside from './beside.js';
import * as drafts from './drafts.js';
import * as enclosed from './enclosed.js';
import * as gaps from './gaps.js';
import * as mentions from './mentions.js';
import * as meter from './meter.js';
import * as picker from './picker.js';
import { has, inOurs, say } from './words.js';

const ENTER = 'renhua-enter-sends';
const form = document.getElementById('reply');
const words = document.getElementById('words');
const sender = document.getElementById('send');
const enterSends = document.getElementById('enter-sends');
const remarks = document.getElementById('remarks');

const me = document.getElementById('panes').dataset.name;
const news = new Map(); // by conversation: what colleagues answered while this page was away

let conversation = null;
let behind = false;
let losses = 0;
let pending = null;
let judging = null;
let onSent = () => {};
let onLost = () => {};
let wasMine = false;

enterSends.checked = localStorage.getItem(ENTER) === 'yes';
enterSends.addEventListener('change', () => localStorage.setItem(ENTER, enterSends.checked ? 'yes' : 'no'));

export function start(sent, lost) {
  onSent = sent;
  onLost = lost;
  drafts.start(id => id === conversation && takeOut());
  mentions.watch(() => noting);
  enclosed.start(() => {
    pending = null; // that is another message
    focus();
  });
}

/** Turns to a conversation: its draft comes out, the other's stays with the other. */
export function turnTo(id) {
  if (conversation) drafts.flush(conversation);
  conversation = id;
  wasMine = false;
  pending = null;
  picker.turnTo(id);
  enclosed.turnTo(id);
  takeOut();
}

/** What the server knows of what is written here, asked for when {@link drafts.mark} was as it is said. */
export function learn(found, marked) {
  drafts.saw(conversation, found.seq);
  meter.keepTo(found.writing.meter);
  if (drafts.learn(conversation, found.writing, marked)) takeOut();
}

/** The line to the server is lost: until the page has caught up nobody knows whether somebody else has answered. */
export function fallBehind() {
  losses += 1;
  behind = true;
  lock();
}

export const timesLost = () => losses;

/**
 * The page shows what happened up to now.
 *
 * @param lines that are new
 * @param asked how often the line had been lost when they were asked for
 */
export function catchUp(lines, asked) {
  if (!behind || asked !== losses) return;
  behind = false;
  const others = lines.filter(line => line.side === 'HUMAN' && line.actor && line.actor !== me);
  tell(others.map(line => ({ by: line.actor, text: line.text })));
  lock();
}

/** What a colleague has answered meanwhile is to be read before anything is sent. */
function tell(answers) {
  if (!answers.length) return;
  news.set(conversation, answers);
  showBeside();
}

function showBeside() {
  beside.show(conversation, news.get(conversation) ?? [], takeOut, () => {
    news.delete(conversation);
    showBeside();
    focus();
  });
  lock();
}

/** Puts the draft into the field as it is kept. */
function takeOut() {
  const { text, note } = drafts.of(conversation);
  if (words.value !== text) {
    words.value = text;
    pending = null;
  }
  if (text && note !== noting) turn(note);
  showBeside();
  grow();
  judge();
}

export const hasDraft = () => words.value.trim() !== '';

/** Lets write, or only lets read what was written. */
export function allow(isMine) {
  mine = isMine;
  form.hidden = false;
  tabs.reply.disabled = !mine && !hasDraft();
  if (tabs.reply.disabled && !noting) turn(true);
  if (mine && !wasMine) turn(hasDraft() && drafts.of(conversation).note);
  wasMine = mine;
  lock();
}

export const openCanned = () => picker.open();

/** Puts words where the writer stands; they send them, or not. */
export function insert(text) {
  if (words.readOnly) return;
  words.focus({ preventScroll: true });
  const before = words.value.slice(0, words.selectionStart);
  const apart = before && !/\s$/.test(before) ? '\n' : '';
  words.setRangeText(`${apart}${text}`, words.selectionStart, words.selectionEnd, 'end');
  words.dispatchEvent(new Event('input', { bubbles: true }));
  gaps.select();
}

/** Whether a reply can go out from here, now. */
export const maySend = () => mine && !noting && !isHeldBack();
export const focus = () => words.focus({ preventScroll: true });

/** Notes are written where replies are, and look like neither: nobody outside reads them. */
const tabs = { reply: document.getElementById('tab-reply'), note: document.getElementById('tab-note') };
let noting = false;
let mine = false;

function turn(toNote) {
  noting = toNote;
  tabs.reply.setAttribute('aria-selected', String(!noting));
  tabs.note.setAttribute('aria-selected', String(noting));
  form.classList.toggle('noting', noting);
  words.placeholder = say(noting ? 'note_hint' : 'reply_hint');
  words.setAttribute('aria-label', say(noting ? 'note' : 'reply'));
  sender.textContent = say(noting ? 'note_save' : 'send');
  lock();
  judge();
}

function choose(toNote) {
  turn(toNote);
  if (hasDraft()) drafts.write(conversation, words.value, noting);
}

tabs.reply.addEventListener('click', () => choose(false));
tabs.note.addEventListener('click', () => choose(true));
export function turnToReply() {
  choose(false);
  focus();
}
export function turnToNote() {
  choose(true);
  focus();
}

const isHeldBack = () => !noting && (behind || news.has(conversation));

function lock() {
  words.readOnly = !mine && !noting;
  sender.disabled = words.readOnly || isHeldBack();
  document.getElementById('open-canned').disabled = words.readOnly;
  document.getElementById('open-pictures').disabled = !maySend();
  form.classList.toggle('locked', words.readOnly);
}

words.addEventListener('input', () => {
  drafts.write(conversation, words.value, noting);
  pending = null; // other words are another message
  grow();
  judge();
});

words.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) return; // the input method's own keys
  if (mentions.handles(event) || picker.handles(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return; // these are keys of their own
  if (enterSends.checked && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    send();
  }
});

let afterwards = null;

/** Sends what is written, and does something once it has gone. */
export function send(then = null) {
  afterwards = then;
  form.requestSubmit();
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const then = afterwards;
  afterwards = null;
  const text = words.value.trim();
  if (!text || words.readOnly || sender.disabled) return;
  if (!noting && gaps.select()) return; // the remarks say why
  const to = conversation;
  const id = pending ??= crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  const toNote = noting;
  sender.disabled = true;
  try {
    await drafts.flush(to);
    const answer = toNote
      ? await act('/desk/note', { conversation: to, text })
      : await act('/desk/reply', { conversation: to, text, messageId: id, seen: drafts.of(to).seq, enclosed: enclosed.of(to) });
    if (answer.done) {
      if (!toNote) enclosed.put(to, null);
      drafts.sent(to, text);
      pending = null;
      if (conversation === to) takeOut();
    }
    came(to, answer);
    if (answer.done) then?.();
  } catch (e) {
    if (e instanceof SignedOut) location.reload(); // the sign-in page comes, the draft stays here
    onLost(to, null); // the words stay, and the same id says them once however often they are sent
  } finally {
    lock();
    if (conversation === to) focus();
  }
});

/** What came of sending something. */
export function came(to, answer) {
  if (answer.remarks) {
    if (conversation === to) show(answer.remarks);
  } else if (answer.done || answer.meanwhile) {
    if (answer.meanwhile && conversation === to) tell(answer.meanwhile);
    onSent(to); // the thread shows it
  } else {
    onLost(to, answer);
  }
}

/** Asks, once the writing pauses, what the persona's rules say of it. The server asks them again when it is sent. */
function judge() {
  clearTimeout(judging);
  gaps.show(noting ? '' : words.value);
  meter.show(noting ? '' : words.value);
  if (!hasDraft() || words.readOnly || noting) return show([]);
  judging = setTimeout(async () => {
    const about = { conversation, text: words.value };
    try {
      const found = await act('/desk/judge', about);
      if (about.conversation === conversation && about.text === words.value) show(found);
    } catch {
      show([]); // advice only: what may not be said is refused when it is sent
    }
  }, 400);
}

function show(found) {
  const graveFirst = [...found].sort((one, other) => other.forbids - one.forbids);
  remarks.replaceChildren(...graveFirst.map(remark => {
    const line = document.createElement('li');
    line.className = remark.forbids ? 'forbids' : 'tone';
    const kind = document.createElement('b');
    kind.textContent = say(remark.forbids ? 'remark_forbids' : 'remark_tone');
    line.append(kind, ` ${inOurs(remark.why)}`);
    const instead = inOurs(remark.instead);
    if (instead) line.append(` ${say('remark_instead', { words: instead })}`);
    line.title = remark.rule;
    return line;
  }));
  remarks.hidden = found.length === 0;
  form.classList.toggle('forbidden', found.some(remark => remark.forbids));
}

function grow() {
  words.style.height = 'auto';
  words.style.height = `${Math.min(words.scrollHeight, 220)}px`;
}

export function lost(answer) {
  if (!answer) return say('not_sent');
  const { owner, agentName } = answer.stand;
  if (agentName) {
    return say(owner === 'human' && answer.ahead < 60_000 ? 'lost_to' : 'has_it', {
      name: agentName,
      seconds: (answer.ahead / 1000).toFixed(1),
    });
  }
  return say(has(`lost_${owner}`) ? `lost_${owner}` : 'lost_bot');
}
