// Says that this page has seen a chat enter the queue that is none: by it the server knows which desks are told what happens.
import { act } from './api.js';

let said = 0;

/** What could not be said is said with what the page hears next. */
export function saw(epoch) {
  if (epoch === said) return;
  said = epoch;
  act('/desk/probe', { epoch }).catch(() => {
    if (said === epoch) said = 0;
  });
}
