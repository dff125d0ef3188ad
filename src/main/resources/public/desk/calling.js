// Finds what calls for the reader in the desk's lists: theirs, and nobody else's.
import { isClosing } from './lists.js';

/** What a call sounds like; the gravest last. */
export const SOUND = {
  wrote: 'word', mentioned: 'word', left: 'word', window: 'closing', queue: 'arrives', passed: 'yours', offered: 'yours', alarm: 'urgent', urgent: 'urgent',
};
export const GRAVEST = Object.keys(SOUND);

/** While somebody waits for the reader, they are called again until they look. */
export const WAITS = ['queue', 'offered', 'passed', 'wrote', 'urgent'];

/** Whoever reads the conversation has heard these. */
export const WORDS = ['wrote', 'mentioned'];

/**
 * Every call there is now, by a key that stays the same as long as it is the same call. Nobody is called to somebody who sends
 * far more than anybody does.
 */
export function calling(found, alarms) {
  const calls = new Map();
  const put = (event, id, name, since) => calls.set(`${event} ${id} ${since}`, { event, id, name });
  for (const card of found.queue) {
    if (card.stand.rank === 'urgent') put('urgent', card.id, card.person, card.stand.since);
    else if (card.stand.owner === 'queued' && !card.flood) put('queue', card.id, card.person, card.stand.since);
  }
  for (const card of found.offered) {
    const event = card.stand.owner === 'transfer' ? 'passed' : card.stand.rank === 'urgent' ? 'urgent' : 'offered';
    put(event, card.id, card.person, card.stand.until);
  }
  for (const card of found.mine) {
    if (card.attention?.unread && card.lastSide === 'PERSON' && !card.flood) put('wrote', card.id, card.person, card.lastAt);
    if (isClosing(card)) put('window', card.id, card.person, card.attention.closes);
  }
  for (const card of [...found.offered, ...found.queue, ...found.mine, ...found.hold, ...found.colleagues, ...found.bot]) {
    if (card.attention?.left) put('left', card.id, card.person, card.attention.left);
    if (card.attention?.note) put('mentioned', card.id, card.attention.note.by, card.attention.note.seq);
  }
  for (const alarm of alarms) put('alarm', alarm.conversation ?? '', alarm.words, `${alarm.kind} ${alarm.since}`);
  return calls;
}
