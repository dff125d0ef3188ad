// Drafts live on the server: the same on every device of their writer, and never over what is being typed.
import { act } from './api.js';

const PAUSE = 700;
const states = new Map();
let onChange = () => {};
let changes = 0; // tells an answer that was asked for before a change from one that knows of it

const empty = () => ({ text: '', note: false, kept: '', keptNote: false, at: null, seq: 0, saving: null, timer: null, other: null, former: null });

/** What is being written in a conversation, as this page has it. */
export function of(id) {
  if (!states.has(id)) states.set(id, empty());
  return states.get(id);
}

export function start(changed) {
  onChange = changed;
}

const isKept = mine => mine.text === mine.kept && (mine.note === mine.keptNote || !mine.text);

export function write(id, text, note) {
  const mine = of(id);
  mine.text = text;
  mine.note = note;
  changes += 1;
  clearTimeout(mine.timer);
  mine.timer = setTimeout(() => flush(id), PAUSE);
}

/** Up to where the page shows the conversation. */
export function saw(id, seq) {
  of(id).seq = seq;
}

/** Keeps what is not kept yet; comes back when it is, or cannot be. */
export async function flush(id) {
  const mine = of(id);
  clearTimeout(mine.timer);
  await mine.saving;
  if (isKept(mine) || mine.other) return;
  changes += 1;
  mine.saving = keep(id, mine, { text: mine.text, note: mine.note });
  await mine.saving;
}

async function keep(id, mine, { text, note }) {
  try {
    const answer = await act('/desk/draft', { conversation: id, text, note, seq: mine.seq, before: mine.at });
    if (answer.other) {
      mine.other = answer.other;
      onChange(id);
    } else {
      Object.assign(mine, { kept: text, keptNote: note, at: answer.at ?? null });
    }
  } catch {
    // it stays on this page, and is kept with the next word or answer
  } finally {
    mine.saving = null;
    changes += 1;
  }
}

/** It was said, or noted. */
export function sent(id, text) {
  const mine = of(id);
  changes += 1;
  if (mine.text.trim() === text) mine.text = '';
  Object.assign(mine, { kept: '', keptNote: false, at: null });
}

export const mark = () => changes;

/** Takes over what the server has, unless something is being typed; true when what is to be seen has changed. */
export function learn(id, { draft, former }, marked) {
  const mine = of(id);
  const before = mine.former?.text;
  mine.former = former ?? null;
  const told = before !== former?.text;
  if (marked !== changes || mine.saving) return told; // the next answer knows more
  if ((draft?.at ?? null) === mine.at) {
    if (!isKept(mine)) flush(id);
    return told;
  }
  if (isKept(mine)) {
    take(mine, draft);
  } else if (draft && draft.text !== mine.text) {
    mine.other = draft;
  } else {
    mine.at = draft?.at ?? null;
  }
  return true;
}

function take(mine, draft) {
  const text = draft?.text ?? '';
  const note = draft?.note ?? false;
  Object.assign(mine, { text, note, kept: text, keptNote: note, at: draft?.at ?? null, other: null });
}

/** What was written on another device takes the place of what is written here. */
export function takeOther(id) {
  const mine = of(id);
  changes += 1;
  take(mine, mine.other);
}

export function keepMine(id) {
  const mine = of(id);
  mine.at = mine.other.at;
  mine.other = null;
  flush(id);
}

/** What was overtaken is written again, before what is written now; or it is dropped. */
export async function endFormer(id, again) {
  const mine = of(id);
  const { former } = mine;
  mine.former = null;
  changes += 1;
  try {
    await act('/desk/draft/former', { conversation: id });
    if (again) write(id, mine.text ? `${former.text}\n${mine.text}` : former.text, false);
  } catch {
    mine.former = former;
  }
  onChange(id);
}

/** Leaving the page keeps the last words too. */
addEventListener('pagehide', () => {
  for (const [id, mine] of states) {
    if (id && !isKept(mine) && !mine.other && !mine.saving) {
      act('/desk/draft', { conversation: id, text: mine.text, note: mine.note, seq: mine.seq, before: mine.at }, { keepalive: true })
        .catch(() => {});
    }
  }
});
