// What goes wrong at the desk, for supervisors: on the wall and at their own desk.
import { ask } from './api.js';
import { element, text } from './elements.js';
import { say } from './words.js';

const supervises = document.getElementById('panes').dataset.role !== 'agent';

/** Nothing alarms whoever only answers. */
export const current = async () => (supervises ? ask('/desk/alarms') : []);

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
