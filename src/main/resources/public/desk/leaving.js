// Whoever goes offline, on a break, or signs out says first what becomes of those they have in hand.
import { act, ask } from './api.js';
import * as acts from './acts.js';
import { button, element, text } from './elements.js';
import { choice, field, laters } from './sheets.js';
import { has, say } from './words.js';

const me = document.getElementById('panes').dataset.login;
const ACTS = ['transfer', 'hold', 'release', 'resolve'];

/**
 * Asks where there is anything to ask.
 *
 * @param going break, offline or sign_out
 * @return whether they go
 */
export function settled(found, going) {
  const mine = (found?.mine ?? []).filter(card => card.stand.owner === 'human' && card.stand.agent === me);
  return mine.length ? choose(mine, going) : Promise.resolve(true);
}

async function choose(mine, going) {
  const waiting = await ask('/desk/presence/waiting');
  return new Promise(resolve => {
    const made = document.createElement('dialog');
    made.className = 'sheet leaving';
    const rows = mine.map(card => row(card, unchosen(waiting.includes(card.id), going)));
    const all = chooser(say('leaving_each'), say('leaving_all'));
    for (const told of ['input', 'change']) all.made.addEventListener(told, () => rows.forEach(each => each.chooser.set(all)));
    const told = text('p', 'form-wrong', '');
    told.setAttribute('role', 'alert');
    told.hidden = true;
    const go = text('button', 'main', say(`leaving_${going}_do`));
    const form = element('form', 'stack', text('h2', '', say(`leaving_${going}`, { n: mine.length })), text('p', 'soft', say('leaving_hint')),
      mine.length > 1 ? element('div', 'leaving-all', text('b', '', say('leaving_all')), all.made) : null,
      element('ul', 'leaving-list', ...rows.map(each => each.made)), told,
      element('div', 'sheet-foot', button('', say('leaving_not'), () => made.close()), go));
    let goes = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      go.disabled = true;
      const left = await Promise.all(rows.map(each => each.do()));
      go.disabled = false;
      const not = left.filter(done => !done).length;
      told.hidden = !not;
      told.textContent = say('leaving_some', { n: not });
      if (not) return;
      goes = true;
      made.close();
    });
    made.setAttribute('aria-label', say(`leaving_${going}`, { n: mine.length }));
    made.append(form);
    made.addEventListener('close', () => {
      made.remove();
      resolve(goes);
    });
    document.body.append(made);
    made.showModal();
  });
}

/** What becomes of it where nothing is chosen. */
function unchosen(isWaiting, going) {
  if (going === 'break') return say('leave_stays');
  return say(isWaiting ? 'leave_queue' : 'leave_until_written');
}

function row(card, nothing) {
  const made = chooser(nothing, card.person);
  const why = text('p', 'row-why', '');
  const li = element('li', '', element('div', 'leaving-who', text('b', '', card.person), text('span', 'soft', card.lastWords)), made.made, why);
  let isDone = false;
  return {
    made: li,
    chooser: made,
    /** Does what was chosen; what could not be done is said, and then not tried again unless it is chosen anew. */
    do: async () => {
      const { act: name, how } = made.value();
      if (!name || isDone) return true;
      try {
        const answer = await act(`/desk/${name}`, { conversation: card.id, ...how });
        isDone = answer.done;
        why.textContent = isDone ? '' : answer.open ? say('bulk_open', { n: answer.open.length }) : say(has(`bulk_${answer.stand?.owner}`) ? `bulk_${answer.stand.owner}` : 'bulk_bot', { name: answer.stand?.agentName ?? '', act: say(name) });
      } catch {
        why.textContent = say('try_again');
      }
      if (isDone) li.classList.add('done-with');
      else made.reset();
      return isDone;
    },
  };
}

/** Chooses an act and what it needs. */
function chooser(nothing, name) {
  const receivers = acts.receivers();
  const list = choice('act', [['', nothing], ...ACTS.filter(each => each !== 'transfer' || receivers.length).map(each => [each, say(each)])]);
  list.setAttribute('aria-label', name);
  const needs = element('span', 'leaving-needs');
  const fields = {
    transfer: () => choice('whom', receivers),
    hold: () => choice('until', laters()),
    resolve: () => Object.assign(field('topic', { required: true, hint: say('resolve_topic') })),
  };
  const show = () => {
    const made = fields[list.value]?.();
    made?.setAttribute('aria-label', say({ transfer: 'transfer_to', hold: 'hold_until', resolve: 'resolve_topic' }[list.value]));
    needs.replaceChildren(...[made].filter(Boolean));
  };
  list.addEventListener('change', show);
  const given = () => needs.firstElementChild?.value ?? '';
  const hows = { transfer: () => acts.receiver(given()), hold: () => ({ until: given() }), resolve: () => ({ topic: given() }) };
  return {
    made: element('span', 'leaving-choice', list, needs),
    list,
    needs,
    value: () => ({ act: list.value, how: hows[list.value]?.() ?? {} }),
    reset: () => {
      list.value = '';
      show();
    },
    set: other => {
      list.value = other.list.value;
      show();
      if (needs.firstElementChild) needs.firstElementChild.value = other.needs.firstElementChild.value;
    },
  };
}
