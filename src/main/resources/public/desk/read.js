// Tells the server up to where a thread was read: on every device of theirs, and not at every word.
import { act } from './api.js';

const AT_MOST_EVERY = 3_000;
const told = new Map();
let waiting = null;
let timer = null;
let last = 0;

/** Everything up to a place in the journal was in front of the reader. */
export function readTo(conversation, seq) {
  if ((told.get(conversation) ?? 0) >= seq) return;
  if (waiting && waiting.conversation !== conversation) tell();
  waiting = { conversation, seq };
  timer ??= setTimeout(tell, Math.max(0, last + AT_MOST_EVERY - Date.now()));
}

async function tell() {
  clearTimeout(timer);
  timer = null;
  const read = waiting;
  waiting = null;
  if (!read) return;
  last = Date.now();
  told.set(read.conversation, read.seq);
  try {
    await act('/desk/read', read);
  } catch {
    told.delete(read.conversation); // told again with the next word, or when it is opened the next time
  }
}

document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell());
