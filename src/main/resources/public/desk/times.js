// Writes the moments that the server gave in the reader's own time.
import { moment } from './words.js';

export function writeMoments(within) {
  for (const time of within.querySelectorAll('time[data-form=moment]')) {
    time.textContent = moment(new Date(time.dateTime));
  }
}

writeMoments(document);
