// What the page knows of every list: whole at first and now and then, in between only what has changed. Of a long list it
// knows the first rows.
import { ask } from './api.js';
import { isClosing, reach, total } from './lists.js';

export const LISTS = ['offered', 'queue', 'mine', 'hold', 'colleagues', 'bot'];
const WHOLE_EVERY = 60_000; // what changes without a trace in the journal, such as a mark of another device, shows then
const RANKS = ['urgent', 'front', 'ordinary'];
const SHOWN_OF_BOT = 40;
const SPARE = 40; // what is behind the rows that are shown, so that not everything is asked again when one of them goes

let known = null;
let ends = {}; // the last row of each list that is not known to its end
let wholeAt = 0;

/** Asks the server for what has changed, or for everything. */
export async function current() {
  const isStale = !known || Date.now() - wholeAt > WHOLE_EVERY;
  take(await ask('/desk/lists', isStale ? { rows: rows() } : { after: known.seq, rows: rows() }));
  if (isShort()) take(await ask('/desk/lists', { rows: rows() }));
  return known;
}

const rows = () => reach() + SPARE;

function take(found) {
  if (found.partial) {
    known = merged(known, found);
    return;
  }
  wholeAt = Date.now();
  ends = Object.fromEntries(LISTS.filter(name => found[name].length < total(name, found)).map(name => [name, found[name].at(-1)]));
  known = { ...found, ...Object.fromEntries(LISTS.map(name => [name, [...found[name], ...called(name, found)]])) };
}

/** Whether a note, or that somebody has left, is to be read in it wherever it stands. */
const isCalling = card => card.attention?.note || card.attention?.left;

/** Behind the known rows, what calls for the reader stays known until it was read. */
function called(name, found) {
  if (!known || !ends[name]) return [];
  const listed = new Set(LISTS.flatMap(each => found[each].map(card => card.id)));
  return known[name].filter(card => isCalling(card) && !listed.has(card.id));
}

/** Whether it is among the known rows, and not somewhere behind them. */
const isWithin = (name, card) => !ends[name] || ORDERS[name](card, ends[name]) <= 0;

/** Whether a list could show more than is known of it. */
const isShort = () => LISTS.some(name =>
  ends[name] && known[name].filter(card => isWithin(name, card)).length < Math.min(total(name, known), reach()));

function merged(before, found) {
  const old = new Map(LISTS.flatMap(name => before[name].map(card => [card.id, card])));
  const changed = new Set([...found.gone, ...LISTS.flatMap(name => found[name].map(card => card.id))]);
  const lists = LISTS.map(name => {
    if (!found[name].length && !before[name].some(card => changed.has(card.id))) return [name, before[name]];
    const kept = before[name].filter(card => !changed.has(card.id));
    const fresh = found[name].filter(card => isWithin(name, card) || isCalling(card)).map(card => same(old.get(card.id), card));
    return [name, [...kept, ...fresh].sort(ORDERS[name])];
  });
  const all = { ...found, ...Object.fromEntries(lists) };
  all.bot = all.bot.slice(0, SHOWN_OF_BOT);
  return all;
}

/** The card that is known already, where nothing in it has changed: the server looks back a little. */
const same = (known, card) => (known && JSON.stringify(known) === JSON.stringify(card) ? known : card);

const since = card => Date.parse(card.stand.since ?? card.lastAt ?? 0);
const bySince = (one, other) => since(one) - since(other);
const unanswered = card => (card.unanswered ? Date.parse(card.unanswered) : Infinity);
const ascending = (one, other) => (one === other ? 0 : one - other);
const byRank = (one, other) => RANKS.indexOf(one.stand.rank) - RANKS.indexOf(other.stand.rank) || bySince(one, other);

/** As the server orders them. */
const ORDERS = {
  offered: byRank,
  queue: byRank,
  mine: (one, other) => isClosing(other) - isClosing(one) || ascending(unanswered(one), unanswered(other)),
  hold: byRank,
  colleagues: bySince,
  bot: (one, other) => Date.parse(other.lastAt ?? 0) - Date.parse(one.lastAt ?? 0),
};
