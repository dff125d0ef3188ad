// Keeps the page of operations true: asks for it again every few seconds and takes over the parts that have changed.
import { writeMoments } from './times.js';
import { say, span } from './words.js';

const EVERY = 5_000;
const state = document.getElementById('line-state');
let skew = Date.parse(board().dataset.now) - Date.now();

function board() {
  return document.getElementById('board');
}

const inUse = part => part.contains(document.activeElement) || part.querySelector('details[open]') !== null;

async function refresh() {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch('/desk/operations', { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || fresh.getElementById('board') === null) {
      location.reload(); // signed out, most likely: the server shows the way
      return;
    }
    skew = Date.parse(fresh.getElementById('board').dataset.now) - Date.now();
    fresh.querySelectorAll('[data-part]').forEach(take);
    writeMoments(board());
    tick();
    state.textContent = '';
  } catch {
    state.textContent = say('line_down');
  }
}

/** What somebody has in hand stays as it is until they let go of it. */
function take(part) {
  const shown = board().querySelector(`[data-part="${part.dataset.part}"]`);
  if (shown === null) {
    location.reload(); // a part that was not there when the page was opened
  } else if (shown.dataset.as !== part.outerHTML && !inUse(shown)) {
    part.dataset.as = part.outerHTML;
    shown.replaceWith(part);
  }
}

function tick() {
  const now = Date.now() + skew;
  for (const wait of document.querySelectorAll('.wait[data-since]')) {
    wait.textContent = span(now - Date.parse(wait.dataset.since));
  }
}

tick();
setInterval(tick, 1_000);
setInterval(refresh, EVERY);
document.addEventListener('visibilitychange', refresh);
history.replaceState(null, '', '/desk/operations'); // what was done is said once, not at every reload
setTimeout(() => document.getElementById('done')?.remove(), 8_000);
