// The small sheets that ask for what an act needs: to whom, until when, what it was about. Esc closes them.
import { button, element, text } from './elements.js';
import { moment, say } from './words.js';

/** Asks with a sheet; comes back with what was filled in, or null. */
export function sheet(title, fields, done) {
  return new Promise(resolve => {
    const made = document.createElement('dialog');
    made.className = 'sheet';
    const form = element('form', 'stack', text('h2', '', title), ...fields,
      element('div', 'sheet-foot', button('', say('cancel'), () => made.close()), confirm(done)));
    form.method = 'dialog';
    let given = null;
    form.addEventListener('submit', () => {
      given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    });
    made.addEventListener('close', () => {
      made.remove();
      resolve(given);
    });
    made.append(form);
    document.body.append(made);
    made.showModal();
  });
}

function confirm(words) {
  const made = text('button', 'main', words);
  made.type = 'submit';
  return made;
}

export function labelled(words, field) {
  return element('label', '', text('span', '', words), field);
}

export function field(name, options = {}) {
  const made = document.createElement(options.lines ? 'textarea' : 'input');
  Object.assign(made, { name, required: Boolean(options.required), maxLength: options.longest ?? 80 });
  if (options.lines) made.rows = options.lines;
  if (options.hint) made.placeholder = options.hint;
  return made;
}

export function choice(name, values) {
  const made = document.createElement('select');
  made.name = name;
  made.append(...values.map(([value, words]) => new Option(words, value)));
  return made;
}

/** A topic: one of those that came before, or a new one. */
export function topics(name, known) {
  const input = field(name, { required: true });
  const list = document.createElement('datalist');
  list.id = 'topics';
  list.append(...known.map(topic => new Option(topic)));
  input.setAttribute('list', list.id);
  return [input, list];
}

const MINUTES = [15, 60, 180];

/** Moments that something is put off to: in a while, tomorrow at nine, on Monday. */
export function laters() {
  const soon = MINUTES.map(minutes => {
    const at = new Date(Date.now() + minutes * 60_000);
    return [at.toISOString(), `${say('in_minutes', { n: minutes })} · ${moment(at)}`];
  });
  const tomorrow = new Date();
  tomorrow.setDate(tomorrow.getDate() + 1);
  const monday = new Date();
  monday.setDate(monday.getDate() + ((8 - monday.getDay()) % 7 || 7));
  const days = [[tomorrow, 'tomorrow'], [monday, 'monday']].map(([day, name]) => {
    day.setHours(9, 0, 0, 0);
    return [day.toISOString(), `${say(name)} · ${moment(day)}`];
  });
  return [...soon, ...days];
}
