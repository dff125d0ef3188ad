// What is to be asked or done before something is resolved: ticks are kept on the server, and everybody who looks sees them.
import { act } from './api.js';
import { element, text } from './elements.js';
import { moment, say } from './words.js';
import { sheet } from './sheets.js';

const ANY = 'any';
const plain = topic => topic.replaceAll('_', ' ');

let points = []; // of the conversation that is shown

/** Those for whatever it is about, those of what was understood in it, and those of which something is done. */
function fitting(thread) {
  const meant = new Set(thread.lines.map(line => line.meaning?.intent).filter(Boolean));
  const begun = new Set(points.filter(point => point.by != null).map(point => point.topic));
  return points.filter(({ topic }) => topic === ANY || meant.has(topic) || begun.has(topic));
}

/** The part of the right pane; nothing where the script wants nothing. */
export function of(card, thread, all) {
  points = all;
  const found = fitting(thread);
  if (!found.length) return '';
  const done = found.filter(point => point.by != null).length;
  const topics = [...new Set(found.map(point => point.topic))];
  return element('section', 'checklist', element('h3', '', say('checklist'), ' ', text('small', '', `${done}/${found.length}`)),
    ...topics.flatMap(topic => [topic === ANY ? null : text('p', 'soft', plain(topic)),
      element('ul', '', ...found.filter(point => point.topic === topic).map(point => row(card, point)))]).filter(Boolean));
}

function row(card, point) {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: point.by != null });
  box.dataset.point = point.id;
  box.addEventListener('change', async () => {
    box.disabled = true;
    try {
      await act('/desk/checklist', { conversation: card.id, point: point.id, done: box.checked });
    } catch {
      box.checked = !box.checked;
    }
    box.disabled = false; // the thread tells of it, and draws this anew
  });
  return element('li', point.by == null ? '' : 'ticked', element('label', '', box, element('span', '', text('span', 'point', point.words),
    point.by == null ? null : text('small', 'soft', `${point.by} · ${moment(new Date(point.at))}`))));
}

/** Asks once whether something is resolved although points are open. */
export async function isMeant(open) {
  const words = open.map(id => points.find(point => point.id === id)?.words ?? id);
  return Boolean(await sheet(say('checklist_open'), [element('ul', 'still-open', ...words.map(each => text('li', '', each)))], say('checklist_anyway')));
}
