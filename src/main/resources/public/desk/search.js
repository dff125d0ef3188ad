// Keys for who searches: to the words, and from one result to the next.
import * as keys from './keys.js';

const words = document.getElementById('search-words');
const results = [...document.querySelectorAll('#found a')];

function step(by) {
  const now = results.indexOf(document.activeElement);
  const next = now < 0 ? results[0] : results[now + by];
  next?.focus();
}

keys.on('/', 'key_words', () => {
  words.focus();
  words.select();
});
keys.on('j', 'key_result_next', () => step(1));
keys.on('k', 'key_result_previous', () => step(-1));
