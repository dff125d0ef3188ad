// 'Why did it say that?' under what a persona said: closed until somebody asks, and asked for only then.
import { ask } from './api.js';
import { element, text } from './elements.js';
import { say } from './words.js';

const known = new Map();

/** The disclosure of one bubble; the same again when the thread is drawn anew, so that what is open stays open. */
export function whyOf(seq, title) {
  if (!known.has(seq)) known.set(seq, disclosure(seq, title));
  return known.get(seq);
}

export const forgetWhys = () => known.clear();

function disclosure(seq, title) {
  const told = element('div', 'reasons');
  told.setAttribute('aria-live', 'polite');
  const made = element('details', 'because', text('summary', '', title), told);
  made.addEventListener('toggle', () => {
    if (made.open && !made.dataset.told) tell(made, told, seq);
  });
  return made;
}

async function tell(made, told, seq) {
  try {
    const { bubble, paragraphs } = await ask('/desk/why', { bubble: seq });
    told.replaceChildren(element('dl', '', ...paragraphs.flatMap(paragraph)), text('code', '', `renhua why ${bubble}`));
    made.dataset.told = 'yes';
    made.scrollIntoView({ block: 'nearest' });
  } catch (e) {
    told.replaceChildren(text('p', 'away', say('why_away')));
  }
}

const paragraph = ({ title, sentences }) =>
  [text('dt', '', title), ...sentences.map(sentence => text('dd', '', sentence))];
