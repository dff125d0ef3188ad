// Calls the reader: by sound, beside the browser and in the title. Softly: nothing takes the focus, nothing rings into what
// they write, what they look at does not call, and who comes back reads one line instead of a hundred.
import { calling, GRAVEST, SOUND, WAITS, WORDS } from './calling.js';
import * as choices from './choices.js';
import { button, element, text } from './elements.js';
import { popUp } from './popups.js';
import { play } from './sounds.js';
import { say } from './words.js';

const MANY = 3;
const AGAIN = 20_000;
const PAUSE = 1_500;
const CLAIMED_FOR = 2_000;
const CLAIMED = 'renhua-called ';

let before = null;
let missed = [];
let unseen = new Map();
let lastTyped = 0;
let open = () => {};
let isRead = () => false;

/**
 * @param onOpen opens a conversation
 * @param reading whether a conversation lies in front of the reader now
 */
export function start(onOpen, reading) {
  open = onOpen;
  isRead = reading;
  for (const press of ['pointerdown', 'keydown']) addEventListener(press, look, { capture: true });
  addEventListener('input', () => (lastTyped = Date.now()), { capture: true });
  setInterval(again, 1_000);
}

/** Whoever touches the page has seen what stands on it. */
const look = () => unseen.clear();

export const isInFront = () => document.visibilityState === 'visible' && document.hasFocus();

/** Takes what the lists say now, and calls for what is new in it. Whoever is not there is called once they are back. */
export function follow(found, alarms, isAway) {
  const now = calling(found, alarms);
  const fresh = before ? [...now].filter(([key]) => !before.has(key)) : [];
  before = now;
  badge(now);
  for (const key of unseen.keys()) if (!now.has(key)) unseen.delete(key);
  missed = [...missed, ...fresh].filter(([key, call]) => now.has(key) && !(WORDS.includes(call.event) && isRead(call.id)));
  if (isAway || !missed.length) return;
  const calls = missed;
  missed = [];
  for (const [key] of calls) unseen.set(key, Date.now());
  sound(calls);
  if (calls.length > MANY) digest(calls);
  else calls.forEach(([key, call]) => single(key, call));
}

const words = ({ event, name }) => say(`news_${event}`, { name });

function single(key, call) {
  document.getElementById('news').textContent = words(call);
  if (!isInFront() && choices.wants(call.event, 'desktop')) popUp(words(call), key, () => open(call.id));
}

/** How many of each, in one line: on the page until it is closed, and beside the browser. */
function digest(calls) {
  const counts = GRAVEST.toReversed().map(event => [event, calls.filter(([, call]) => call.event === event).length])
    .filter(([, n]) => n);
  const told = say('digest', { list: counts.map(([event, n]) => say(`digest_${event}`, { n })).join(say('list_comma')) });
  const place = document.getElementById('digest');
  place.replaceChildren(element('p', '', told), button('', say('close_sheet'), () => place.replaceChildren()));
  if (!isInFront() && calls.some(([, call]) => choices.wants(call.event, 'desktop'))) popUp(told, 'digest', () => {});
}

/** One sound for all, the gravest. Not into what somebody writes: it waits for a pause, unless it is urgent. */
function sound(calls) {
  const events = calls.filter(([key, call]) => choices.wants(call.event, 'sound') && isOurs(key)).map(([, call]) => call.event);
  const gravest = GRAVEST.findLast(event => events.includes(event));
  if (!gravest) return;
  const wait = SOUND[gravest] === 'urgent' ? 0 : Math.max(0, lastTyped + PAUSE - Date.now());
  setTimeout(() => play(SOUND[gravest]), wait);
}

/** Of several pages of the same browser one sounds. */
function isOurs(key) {
  const name = CLAIMED + key;
  if (Date.now() - Number(localStorage.getItem(name) ?? 0) < CLAIMED_FOR) return false;
  localStorage.setItem(name, String(Date.now()));
  setTimeout(() => localStorage.removeItem(name), CLAIMED_FOR);
  return true;
}

function again() {
  if (!choices.repeats() || !before) return;
  const due = [...unseen].filter(([key, at]) => WAITS.includes(before.get(key)?.event) && Date.now() - at >= AGAIN);
  if (!due.length) return;
  for (const [key] of due) unseen.set(key, Date.now());
  sound(due.map(([key]) => [key, before.get(key)]));
}

let counted = 0;

/** How many conversations call, in the title and on the app's icon where the browser has one. */
function badge(now) {
  const ids = [...now.values()].filter(call => choices.wants(call.event, 'badge')).map(call => call.id);
  showBadge(new Set(ids).size);
}

export function showBadge(count) {
  counted = count;
  const title = document.title.replace(/^\(\d+\) /, '');
  document.title = count ? `(${count}) ${title}` : title;
  if (navigator.setAppBadge) navigator.setAppBadge(count).catch(() => {}); // an extra, where there is an icon
}

export const badgeCount = () => counted;
