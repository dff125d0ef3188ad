// Writes the moments that the server gave in the reader's own time.
import { moment } from './words.js';

for (const time of document.querySelectorAll('time[data-form=moment]')) {
  time.textContent = moment(new Date(time.dateTime));
}
