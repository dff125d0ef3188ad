// Macros: several acts with one press, once it has been shown what each of them will do.
import { act, ask } from './api.js';
import { button, element, text } from './elements.js';
import { look } from './enclosed.js';
import * as palette from './palette.js';
import { has, inOurs, moment, say } from './words.js';

const ENDS = ['hold', 'resolve', 'release'];

let here = null;
let offered = [];
const pending = new Map(); // by macro and conversations: the id of what is said, until it is known what came of it

/** Learns what is offered in a conversation, so that it is at hand when it is looked for. */
export async function turnTo(id) {
  here = id;
  offered = [];
  if (!id) return;
  try {
    const found = await ask('/desk/macros/offered', { id });
    if (id === here) offered = found;
  } catch {
    // one works without them
  }
}

/** For the palette: each under its title. */
export const options = run => offered.map(each => ({ group: say('macros'), words: each.title, hint: say(`scope_${each.scope}`), run: () => run(each) }));

/** Lets choose among those of a conversation. */
export async function choose(id, run) {
  if (here !== id || !offered.length) await turnTo(id);
  if (offered.length) palette.open(options(run));
  else show(sheet(say('macros'), [text('p', '', say('macros_none_here'))], []));
}

/**
 * Shows what a macro would do with some conversations.
 *
 * @param seen up to where the page shows the only one; null with several
 * @return what the server is to be told; null where it was not gone through with
 */
export async function foresee(macro, cards, seen = null) {
  const ids = cards.map(card => card.id);
  const foreseen = await act('/desk/bulk/foresee', { conversations: ids, macro: { id: macro.id } });
  if (!await agreed(macro, cards, foreseen)) return null;
  const key = [macro.id, ...ids].join(' ');
  if (!pending.has(key)) pending.set(key, crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
  return { macro: { id: macro.id, messageId: pending.get(key), seen, as: Object.fromEntries(foreseen.map(each => [each.conversation, each.as])) } };
}

/** Does it, and says what came of each. */
export async function make(asked, ids) {
  const came = await act('/desk/bulk', { act: 'macro', conversations: ids, ...asked });
  pending.delete([asked.macro.id, ...ids].join(' '));
  return came;
}

function agreed(macro, cards, foreseen) {
  return new Promise(done => {
    let isSo = false;
    const able = foreseen.filter(each => each.able).length;
    const yes = button('main', able && able < cards.length ? say('macro_do_some', { n: able, all: cards.length }) : say('macro_do'), () => {
      isSo = true;
      made.close();
    });
    yes.disabled = !able;
    const parts = foreseen.length === 1 ? [steps(foreseen[0].macro)] : foreseen.map((each, i) => folded(cards[i], each, i === 0));
    const made = sheet(macro.title, parts, [button('', say('cancel'), () => made.close()), yes]);
    made.addEventListener('close', () => done(isSo));
    show(made);
    (able ? yes : made.querySelector('.sheet-foot button')).focus();
  });
}

function folded(card, { able, macro }, isOpen) {
  const made = element('details', able ? 'macro-one' : 'macro-one refused', element('summary', '', text('b', '', card.person),
    able ? null : text('span', 'macro-why', why({ macro }))), steps(macro));
  made.open = isOpen;
  return made;
}

/** What each step will do, or why it cannot be done. */
function steps({ problem, steps: all }) {
  if (problem) return text('p', 'macro-why', say(`macro_problem_${problem}`));
  return element('ol', 'macro-steps foreseen', ...all.map(step => {
    const made = element('li', `${step.state.toLowerCase()} step-${step.act}`, text('span', '', inWords(step)),
      step.words ? text('blockquote', '', step.words) : null,
      step.enclosed ? look(step.enclosed) : null,
      step.state === 'ALREADY' ? text('small', '', say('macro_already')) : null,
      step.state === 'REFUSED' ? text('p', 'macro-why', whyNot(step)) : null);
    return made;
  }));
}

function inWords({ act: name, value, until }) {
  const at = until ? ` · ${moment(new Date(until))}` : '';
  return say(`macro_${name}`, { value: name === 'hold' ? `${say(`later_${value}`)}${at}` : value });
}

function whyNot({ problem, stand, remarks }) {
  if (remarks) return remarks.map(remark => inOurs(remark.why)).join(' ');
  if (problem) return say(`macro_problem_${problem}`);
  if (stand) return say(has(`bulk_${stand.owner}`) ? `bulk_${stand.owner}` : 'bulk_bot', { name: stand.agentName ?? '' });
  return say('tag_full');
}

/** At which step it stopped, and why; null where all was done. */
export function why({ macro: { problem, steps: all } }) {
  if (problem) return say(`macro_problem_${problem}`);
  const at = all.find(step => step.state === 'REFUSED');
  if (!at) return null;
  const isBegun = all.some(step => step.state === 'DONE');
  return say(isBegun ? 'macro_stopped' : 'macro_refused', { step: inWords(at), why: whyNot(at) });
}

const stepsDone = ({ answer }) => (answer.macro?.steps ?? []).filter(step => step.state === 'DONE');

/** Whether something of it ends the reader's part, and is taken back where that is seen. */
export const ends = came => came.some(each => stepsDone(each).some(step => ENDS.includes(step.act)));

/**
 * In which of them something can be taken back, and what does: how they ended, tags, urgency. Words stay said.
 *
 * @return null where nothing can be; else { ids, run }, which gives those in which it is too late
 */
export function undoing(came) {
  const does = [];
  const back = new Set();
  const collect = (name, takesBack) => {
    const groups = new Map(); // by what it was done with
    for (const each of came) {
      for (const { value } of stepsDone(each).filter(step => step.act === name)) {
        groups.set(value, [...(groups.get(value) ?? []), each.conversation]);
        back.add(each.conversation);
      }
    }
    for (const [value, ids] of groups) does.push(() => takesBack(ids, value));
  };
  const bulk = (name, ids, tag) => act('/desk/bulk', { act: name, conversations: ids, how: {}, tag });
  for (const end of ENDS) collect(end, ids => bulk('undo', ids));
  collect('tag', (ids, tag) => bulk('untag', ids, tag));
  collect('untag', (ids, tag) => bulk('tag', ids, tag));
  for (const name of ['urgent', 'not_urgent']) {
    collect(name, ids => Promise.all(ids.map(async id =>
      ({ conversation: id, answer: await act('/desk/priority', { conversation: id, urgent: name !== 'urgent' }) }))));
  }
  const run = async () => {
    const late = new Set();
    for (const each of does) for (const { conversation, answer } of await each()) if (!answer.done) late.add(conversation);
    return [...late];
  };
  return does.length ? { ids: [...back], run } : null;
}

function sheet(title, parts, foot) {
  const made = document.createElement('dialog');
  made.className = 'sheet macro';
  const close = foot.length ? foot : [button('main', say('close_sheet'), () => made.close())];
  made.append(element('div', 'stack', text('h2', '', title), ...parts, element('div', 'sheet-foot', ...close)));
  made.addEventListener('close', () => made.remove());
  return made;
}

function show(made) {
  document.body.append(made);
  made.showModal();
}
