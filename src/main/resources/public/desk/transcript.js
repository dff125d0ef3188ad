// A whole transcript, to read.
import { ask } from './api.js';
import { element, face, text } from './elements.js';
import { Thread } from './thread.js';

const page = document.getElementById('transcript');
const found = await ask('/desk/transcripts/lines', { conversation: page.dataset.conversation });
document.getElementById('whole-name').replaceChildren(
  face(found.card.person, null, 'person'),
  element('div', '', text('h1', '', found.card.person),
    element('p', 'tags', text('span', 'tag', found.card.channel),
      found.card.persona ? text('span', 'tag bot', found.card.persona.nickname) : null)));
new Thread(document.getElementById('bubbles')).put(found.lines, found.card.person);
