// What the reader has just done with a conversation and can still take back, the latest first.
const MOMENT = 30_000;
const me = document.getElementById('panes')?.dataset.login;
const done = new Map();

/** Whether a conversation still is as an act of ours has left it; what others did since is not ours to take back. */
const FITS = {
  hold: ({ stand }) => stand.owner === 'hold' && stand.agent === me,
  release: ({ stand }) => stand.owner === 'bot',
  spam: ({ stand }) => stand.owner === 'closed' && stand.why === 'spam',
  resolve: ({ stand }) => stand.owner === 'wrap' && stand.agent === me,
};

/**
 * @param back undoes it; null where the server knows how
 * @param ends whether the conversation has left the reader's hands by it, so that the way back stands where that is said
 */
export function did(id, name, back = null, ends = !back) {
  if (!back && !FITS[name]) return;
  done.set(id, [{ name, back, ends, until: Date.now() + MOMENT }, ...(done.get(id) ?? [])]);
  setTimeout(() => document.dispatchEvent(new Event('takeback')), MOMENT);
}

/** What would be taken back next; null where nothing can be. */
export function next(card) {
  const all = (done.get(card.id) ?? []).filter(each => each.until > Date.now());
  done.set(card.id, all); // what does not fit may fit in a moment: the card can be older than the act
  return all.find(each => each.back || FITS[each.name](card)) ?? (FITS.resolve(card) ? { name: 'resolve', back: null, ends: true } : null);
}

/** It was. */
export function tookBack(id, entry) {
  done.set(id, (done.get(id) ?? []).filter(each => each !== entry));
}
