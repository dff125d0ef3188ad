// One person on several channels: who it is, who it may be, and what one says of that. Nothing is one before somebody says so.
import { act, ask } from './api.js';
import { button, element, face, text } from './elements.js';
import { field, labelled, sheet } from './sheets.js';
import * as takeback from './takeback.js';
import { moment, say } from './words.js';

let then = async () => {};
let told = () => {};

/**
 * @param refresh once something was said
 * @param late says that it could not be
 */
export function start(refresh, late) {
  then = refresh;
  told = late;
}

/** Who it is and may be, in the brief; nothing where nobody else is. */
export function of(card, known) {
  if (!known) return '';
  return element('div', 'same', ...known.alike.map(each => alike(card, each, known.decides)), known.same.length ? same(card, known) : null);
}

/** What the desk calls them elsewhere. */
export const tags = known => (known?.tags ?? []).map(({ tag, channel }) => {
  const made = element('span', 'tag own elsewhere', tag, text('small', '', channel));
  made.title = say('same_on', { channel });
  return made;
});

/** What is told of them elsewhere under a name, and is something else than here. */
export const facts = (known, name) => (known?.facts ?? []).filter(fact => fact.name === name);

/** The names of what is told of them elsewhere. */
export const names = known => [...new Set((known?.facts ?? []).map(fact => fact.name))];

const address = id => `#${encodeURIComponent(id)}`;

const shown = ({ person, channel }, name = text('b', '', person)) =>
  element('span', 'same-who', face(person, null, 'person'), element('span', '', name, text('small', 'soft', channel)));

/** Leads to where they talk. */
function leading(who) {
  const link = text('a', '', who.person);
  link.href = address(who.id);
  return shown(who, link);
}

function same(card, { same: all, decides }) {
  return element('section', 'same-list', text('h3', '', say('same_also')), element('ul', '', ...all.map(each => {
    const apart = decides ? button('', say('same_separate'), () => said(card, each.who, 'separate')) : null;
    apart?.setAttribute('aria-label', say('same_separate_from', { name: each.who.person, channel: each.who.channel }));
    return element('li', '', leading(each.who), text('p', 'soft', say('same_by', { name: each.by, at: moment(new Date(each.at)), why: each.why })), apart);
  })));
}

function alike(card, each, decides) {
  const made = element('section', 'alike', text('h3', '', say('same_maybe')),
    element('div', 'alike-two', shown(card), leading(each.who)),
    each.marks.length ? element('ul', 'alike-marks', ...each.marks.map(mark)) : null,
    each.asked ? text('p', 'soft', each.asked.mine ? say('same_asked_mine', { why: each.asked.why }) : say('same_asked', { name: each.asked.by, why: each.asked.why })) : null,
    element('p', 'alike-acts',
      decides || !each.asked ? button('main', say(decides ? 'same_yes' : 'same_ask'), () => merge(card, each.who, decides, reason(each))) : null,
      decides || !each.asked || each.asked.mine ? button('', say('same_no'), () => said(card, each.who, 'decline')) : null));
  made.dataset.other = each.who.id;
  return made;
}

const mark = ({ name, value, told: isTold }) => element('li', '', text('b', '', name.replaceAll('_', ' ')), value ? ` ${value}` : '',
  text('small', 'soft', say(isTold ? 'same_told' : 'same_said')));

const reason = ({ asked, marks }) => asked?.why ?? say('same_reason', { marks: marks.map(each => each.name.replaceAll('_', ' ')).join(', ') });

async function merge(card, who, decides, why = '') {
  const given = field('why', { required: true, longest: 100 });
  given.value = why;
  const asked = await sheet(say(decides ? 'same_title' : 'same_title_ask'),
    [element('div', 'alike-two', shown(card), shown(who)), text('p', 'soft', say('same_what')), labelled(say('same_why'), given)],
    say(decides ? 'same_do' : 'same_ask_do'));
  if (asked) await said(card, who, 'merge', { why: asked.why });
}

/** Says something of the two; it can be taken back for a moment. */
async function said(card, who, what, more = {}) {
  const two = { conversation: card.id, other: who.id };
  let answer = { done: false, why: 'unknown' };
  try {
    answer = await act(`/desk/person/${what}`, { ...two, ...more });
  } catch {
    // said below
  }
  if (answer.done) takeback.did(card.id, 'same', async () => (await act('/desk/person/undo', two)).done, true);
  else told(say(`same_not_${answer.why}`, { most: answer.most }));
  await then();
}

/** Opens the sheet in which somebody is looked for who is the same; comes back when it is closed. */
export function open(card, decides) {
  return new Promise(done => {
    const made = document.createElement('dialog');
    made.className = 'sheet same-sheet';
    const words = Object.assign(field('words', { longest: 80, hint: say('same_find_hint') }), { autocomplete: 'off', type: 'search' });
    const found = element('ul', 'same-found');
    const status = text('p', 'soft', '');
    status.setAttribute('role', 'status');
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      const typed = words.value.trim();
      const all = typed ? await ask('/desk/person/found', { id: card.id, words: typed }).catch(() => []) : [];
      if (mine !== asked) return; // something else was typed meanwhile
      status.textContent = typed && !all.length ? say('same_none') : '';
      found.replaceChildren(...all.map(who => element('li', '', choose(who))));
    };
    const choose = who => {
      const press = button('same-choice', '', () => {
        made.close();
        merge(card, who, decides());
      });
      press.append(shown(who));
      return press;
    };
    let soon = null;
    words.addEventListener('input', () => {
      clearTimeout(soon);
      soon = setTimeout(look, 250);
    });
    const form = element('form', 'stack', text('h2', '', say('same')), text('p', 'soft', say('same_find_what')),
      labelled(say('same_find'), words), status, found,
      element('div', 'sheet-foot', button('', say('close_sheet'), () => made.close())));
    form.addEventListener('submit', event => {
      event.preventDefault();
      clearTimeout(soon);
      look();
    });
    made.append(form);
    made.addEventListener('close', () => {
      made.remove();
      done();
    });
    document.body.append(made);
    made.showModal();
    words.focus();
  });
}
