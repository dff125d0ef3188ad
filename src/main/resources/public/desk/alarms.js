// What goes wrong at the desk, for supervisors: on the wall and at their own desk.
import { ask } from './api.js';
import { element, text } from './elements.js';
import { say } from './words.js';

const supervises = document.getElementById('panes').dataset.role !== 'agent';

const FRESH = 3_000; // the whole desk is looked at for them, and not once for every word
let known = [];
let askedAt = 0;
let later = null;

/**
 * Those of a moment ago at most. Nothing alarms whoever only answers.
 *
 * @param onLater called once there may be others
 */
export async function current(onLater) {
  if (!supervises) return [];
  const left = askedAt + FRESH - Date.now();
  if (left > 0) {
    later ??= setTimeout(() => {
      later = null;
      onLater();
    }, left);
    return known;
  }
  askedAt = Date.now();
  known = await ask('/desk/alarms');
  return known;
}

export const inWords = alarms => alarms.map(alarm => ({ ...alarm, words: say(`alarm_${alarm.kind}`, { name: alarm.name ?? '' }) }));

/** Each in a sentence with its clock; what is about somebody who waits leads to them. */
export function show(place, alarms) {
  const as = JSON.stringify(alarms);
  if (place.dataset.as === as) return; // a screen reader reads it once
  place.dataset.as = as;
  place.replaceChildren(...alarms.map(alarm => {
    const clock = text('span', 'wait', '');
    clock.dataset.since = alarm.since;
    const told = alarm.conversation && place.dataset.leads !== 'nowhere' ? text('a', '', alarm.words) : text('span', '', alarm.words);
    if (told.tagName === 'A') told.href = `/desk#${encodeURIComponent(alarm.conversation)}`;
    return element('li', `alarm ${alarm.kind}`, told, clock);
  }));
}
