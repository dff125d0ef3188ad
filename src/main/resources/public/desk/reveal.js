// Shows what is masked in somebody else's conversation, one thing at a time; the thread says who looked.
import { act } from './api.js';
import { button } from './elements.js';
import { say } from './words.js';

let may = false;

/** Whether this page's reader may look at all. */
export function allow(reading) {
  may = reading.reveals;
}

/** The button beside one masked thing: a bubble, by its place, or a value of the brief, by its name. */
export function shower(wanted) {
  if (!may) return null;
  const made = button('show-masked', say('reveal'), () =>
    made.dispatchEvent(new CustomEvent('reveal', { bubbles: true, detail: wanted })));
  made.title = say('reveal_hint');
  return made;
}

/** Asks for what is wanted within a part of the page, and gives it to whoever draws that. */
export function follow(place, conversation, show) {
  place.addEventListener('reveal', async ({ target, detail }) => {
    const id = conversation();
    target.disabled = true;
    try {
      const found = await act('/desk/reveal', { conversation: id, ...detail });
      if (id === conversation()) show(found, detail);
    } catch (e) {
      target.disabled = false;
      target.title = say('try_again');
    }
  });
}
