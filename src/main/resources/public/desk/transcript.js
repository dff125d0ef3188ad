// A whole transcript, to read.
import { ask } from './api.js';
import { element, face, text } from './elements.js';
import * as links from './links.js';
import * as reveals from './reveal.js';
import { Thread } from './thread.js';
import * as wrong from './wrong.js';

const page = document.getElementById('transcript');
const found = await ask('/desk/transcripts/lines', { conversation: page.dataset.conversation });
document.getElementById('whole-name').replaceChildren(
  face(found.card.person, null, 'person'),
  element('div', '', text('h1', '', found.card.person),
    element('p', 'tags', text('span', 'tag', found.card.channel),
      found.card.persona ? text('span', 'tag bot', found.card.persona.nickname) : null)));
const bubbles = document.getElementById('bubbles');
const thread = new Thread(bubbles);
reveals.allow(found.reading);
reveals.follow(bubbles, () => page.dataset.conversation, ({ line }) => thread.reveal(line));
wrong.follow(bubbles, () => page.dataset.conversation, () => location.reload());
thread.put(found.lines, found.card.person);
const lookedFor = bubbles.querySelector(`[data-seq="${page.dataset.at}"]`);
lookedFor?.classList.add('looked-for');
lookedFor?.scrollIntoView({ block: 'center' });
lookedFor?.focus({ preventScroll: true });
links.follow(bubbles, () => page.dataset.conversation);
if (location.hash) links.show(bubbles, Number(location.hash.slice(1)));
