// Everything that can be done now, every place of the desk and every open conversation, found by typing in any of its languages.
import { element, text } from './elements.js';
import { everyLanguage, say } from './words.js';

const MOST = 60;

/**
 * @param offered what is there now: { group, words, name, hint, key, run }; words is what is shown, name the word's own name
 *     where it has one, so that it is found in the other languages too
 */
export async function open(offered) {
  const made = document.createElement('dialog');
  made.className = 'sheet palette';
  made.setAttribute('aria-label', say('palette'));
  const field = Object.assign(document.createElement('input'), { type: 'text', autocomplete: 'off', spellcheck: false, placeholder: say('palette_hint') });
  const list = element('div', 'palette-list');
  const none = text('p', 'nothing', say('nothing_fits'));
  none.setAttribute('role', 'status');
  list.id = 'palette-list';
  list.role = 'listbox';
  list.setAttribute('aria-label', say('palette'));
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'true', 'aria-controls': list.id, 'aria-autocomplete': 'list', 'aria-label': say('palette') })) {
    field.setAttribute(name, value);
  }
  let found = [];
  let at = 0;

  const point = () => {
    [...list.querySelectorAll('[role=option]')].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = list.querySelectorAll('[role=option]')[at];
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const take = each => {
    made.close();
    each.run();
  };
  const draw = others => {
    found = inGroups(fitting(offered, field.value, others).slice(0, MOST));
    at = 0;
    list.replaceChildren(...grouped(found, take));
    none.hidden = found.length > 0;
    point();
  };
  field.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) at = (at + step + found.length) % found.length;
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    if (step) point();
    else if (found[at]) take(found[at]);
  });
  const { said, ready } = everyLanguage();
  field.addEventListener('input', event => event.isComposing || draw(said));
  field.addEventListener('compositionend', () => draw(said));
  made.append(field, list, none);
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  draw(said);
  made.showModal();
  ready.then(() => field.value && draw(said));
}

/** Whatever holds everything that was typed; what begins with it comes first. */
function fitting(offered, typed, said) {
  const parts = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (!parts.length) return offered;
  const all = offered.map(each => ({ each, names: [each.words, ...(each.name ? said(each.name) : [])].map(words => words.toLowerCase()), hint: (each.hint ?? '').toLowerCase() }))
    .filter(({ names, hint }) => parts.every(part => hint.includes(part) || names.some(words => words.includes(part))));
  const begins = ({ names }) => names.some(words => words.startsWith(parts[0]));
  return all.sort((one, other) => begins(other) - begins(one)).map(({ each }) => each);
}

const groupsOf = found => [...new Set(found.map(each => each.group))];
const inGroups = found => groupsOf(found).flatMap(group => found.filter(each => each.group === group));

function grouped(found, take) {
  return groupsOf(found).map((group, g) => {
    const head = text('p', 'palette-group', group);
    head.id = `palette-group-${g}`;
    const made = element('div', '', head, ...found.map((each, i) => (each.group === group ? option(each, i, take) : null)));
    made.role = 'group';
    made.setAttribute('aria-labelledby', head.id);
    return made;
  });
}

function option(each, i, take) {
  const made = element('div', 'option', text('span', 'palette-words', each.words), each.hint ? text('small', '', each.hint) : null, each.key ? text('kbd', '', each.key) : null);
  made.id = `palette-${i}`;
  made.role = 'option';
  made.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus
  made.addEventListener('click', () => take(each));
  return made;
}
