// What the reader is called for and how, a test of each way, and what to do where the browser keeps the page quiet.
import * as choices from './choices.js';
import { button, element, text } from './elements.js';
import { badgeCount, showBadge } from './notices.js';
import { askPermission, permission, popUp } from './popups.js';
import { isHeard, play, setVolume, volume, wake } from './sounds.js';
import { has, say } from './words.js';

const CLOSED = 'renhua-warning-closed';
/** Nobody sits at a television: it can sound, and shows what it has to show. */
const tv = document.getElementById('panes')?.dataset.tv === 'true';
const supervises = document.getElementById('panes')?.dataset.role !== 'agent';
const place = document.getElementById('warnings');

/** What keeps the reader from being called, if anything does. */
function troubles() {
  const found = [];
  if (choices.wantsAny('sound') && volume() > 0 && !isHeard()) found.push('sound');
  if (!tv && choices.wantsAny('desktop')) {
    if (!isSecureContext) found.push('insecure');
    else if (permission() === 'default') found.push('ask');
    else if (permission() === 'denied') found.push('denied');
  }
  return found;
}

/** Says so on the page. Who closes a warning does not see it again here, until another takes its place. */
export function warn() {
  const closed = localStorage.getItem(CLOSED)?.split(' ') ?? [];
  const shown = troubles().filter(each => !closed.includes(each));
  if (place.dataset.shown === shown.join(' ')) return;
  place.dataset.shown = shown.join(' ');
  place.replaceChildren(...shown.map(each => {
    const act = { sound: () => wake(), ask: () => askPermission().then(warn) }[each];
    return element('div', 'warning', text('p', '', say(`warning_${each}`)),
      element('p', 'warning-acts',
        act ? button('main', say(`warning_${each}_do`), act) : null,
        button('', say('not_now'), () => {
          localStorage.setItem(CLOSED, [...closed, each].join(' '));
          warn();
        })));
  }));
}

const TESTS = {
  sound: () => {
    wake();
    setTimeout(() => tell(play('yours') ? 'test_sound' : 'test_sound_not'), 150); // waking takes a moment
  },
  desktop: async () => {
    const allowed = permission() === 'default' ? await askPermission() : permission();
    warn();
    const shown = popUp(say('test_words'), 'test', () => {});
    tell(shown ? 'test_desktop' : has(`test_desktop_${allowed}`) ? `test_desktop_${allowed}` : 'test_desktop_missing');
  },
  badge: () => {
    const before = badgeCount();
    showBadge(before + 1);
    setTimeout(() => showBadge(before), 4_000);
    tell('test_badge');
  },
};

let result = null;
const tell = name => (result.textContent = say(name));

export function openSheet() {
  const made = document.createElement('dialog');
  made.className = 'sheet notices';
  result = text('p', 'soft', '');
  result.setAttribute('role', 'status');
  made.append(element('div', 'stack', text('h2', '', say('notices')), table(), loudness(), again(), result,
    text('p', 'soft', say('notices_where')),
    element('div', 'sheet-foot', button('main', say('close_sheet'), () => made.close()))));
  made.addEventListener('close', () => {
    made.remove();
    warn();
  });
  document.body.append(made);
  made.showModal();
}

function table() {
  const events = choices.EVENTS.filter(event => event !== 'alarm' || supervises);
  const head = element('tr', '', text('td', '', ''), ...choices.WAYS.map(way => {
    const cell = text('th', '', say(`way_${way}`));
    cell.scope = 'col';
    return cell;
  }));
  const tests = element('tr', 'tests', text('th', 'soft', say('test')), ...choices.WAYS.map(way => {
    const press = button('', say('test_do'), TESTS[way]);
    press.setAttribute('aria-label', say('test_of', { way: say(`way_${way}`) }));
    press.dataset.test = way;
    return element('td', '', press);
  }));
  return element('table', 'ways', element('thead', '', head),
    element('tbody', '', ...events.map(event => element('tr', '', text('th', '', say(`event_${event}`)),
      ...choices.WAYS.map(way => element('td', '', tick(event, way))))), tests));
}

function tick(event, way) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = `${event}/${way}`;
  box.checked = choices.wants(event, way);
  box.setAttribute('aria-label', `${say(`event_${event}`)} · ${say(`way_${way}`)}`);
  box.addEventListener('change', () => kept(choices.choose(event, way, box.checked)));
  return box;
}

function loudness() {
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', name: 'volume', min: 0, max: 1, step: 0.1, value: volume() });
  slider.addEventListener('change', () => {
    setVolume(slider.value);
    play('word');
  });
  return element('label', '', text('span', '', say('volume')), slider);
}

function again() {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'repeats';
  box.checked = choices.repeats();
  box.addEventListener('change', () => kept(choices.chooseRepeats(box.checked)));
  return element('label', 'enter', box, ' ', text('span', '', say('repeats')));
}

const kept = done => done.catch(() => tell('try_again'));
