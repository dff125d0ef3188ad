// What the page knows of every list: whole at first and now and then, in between only what has changed.
import { ask } from './api.js';
import { isClosing } from './lists.js';

export const LISTS = ['offered', 'queue', 'mine', 'hold', 'colleagues', 'bot'];
const WHOLE_EVERY = 60_000; // what changes without a trace in the journal, such as a mark of another device, shows then
const RANKS = ['urgent', 'front', 'ordinary'];
const SHOWN_OF_BOT = 40;

let known = null;
let wholeAt = 0;

/** Asks the server for what has changed, or for everything. */
export async function current() {
  const whole = !known || Date.now() - wholeAt > WHOLE_EVERY;
  const found = await ask('/desk/lists', whole ? {} : { after: known.seq });
  if (!found.partial) wholeAt = Date.now();
  known = found.partial ? merged(known, found) : found;
  return known;
}

function merged(before, found) {
  const old = new Map(LISTS.flatMap(name => before[name].map(card => [card.id, card])));
  const changed = new Set([...found.gone, ...LISTS.flatMap(name => found[name].map(card => card.id))]);
  const lists = LISTS.map(name => {
    if (!found[name].length && !before[name].some(card => changed.has(card.id))) return [name, before[name]];
    const kept = before[name].filter(card => !changed.has(card.id));
    return [name, [...kept, ...found[name].map(card => same(old.get(card.id), card))].sort(ORDERS[name])];
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
