// Shows who else reads a conversation and writes in it, and tells colleagues the same of this page.
import { act, ask } from './api.js';
import { say } from './words.js';

const BEAT = 10_000;
const PAUSE = 4_000;
const place = document.getElementById('onlookers');
let conversation = null;
let writing = false;
let pause = null;

export function turnTo(id) {
  conversation = id;
  clearTimeout(pause);
  writing = false;
  show([]);
  tell();
}

/** Something was typed; whoever rests for a while writes no more. */
export function types() {
  clearTimeout(pause);
  pause = setTimeout(() => {
    writing = false;
    tell();
  }, PAUSE);
  if (writing) return;
  writing = true;
  tell();
}

/** Somebody has turned to this conversation or from it, or begun or ended to write. */
export async function hear() {
  const at = conversation;
  if (!at) return;
  const found = await ask('/desk/gaze', { id: at }).catch(() => []);
  if (at === conversation) show(found);
}

let told = Promise.resolve();

/** One after the other: else what was true before could arrive last, and hold until the next beat. */
function tell() {
  told = told.then(tellNow);
  return told;
}

async function tellNow() {
  const at = document.visibilityState === 'visible' ? conversation : null;
  const found = await act('/desk/gaze', { conversation: at, writing }).catch(() => []);
  if (at === conversation) show(found);
}

function show(others) {
  const words = others.map(({ name, writing: writes }) => say(writes ? 'gaze_writes' : 'gaze_reads', { name })).join(' · ');
  if (place.textContent !== words) place.textContent = words;
  place.hidden = !words;
  place.classList.toggle('writes', others.some(each => each.writing));
}

setInterval(() => conversation && tell(), BEAT);
document.addEventListener('visibilitychange', tell);
addEventListener('pagehide', () => {
  act('/desk/gaze', { conversation: null, writing: false }, { keepalive: true }).catch(() => {});
});
