// Whether I am there, and how much I have in hand.
import { act } from './api.js';
import * as leaving from './leaving.js';
import { choice as pick, field, labelled, sheet } from './sheets.js';
import { say } from './words.js';

const SENT_BY = 'sent_by:';
const choice = document.getElementById('presence');
const load = document.getElementById('load');
const me = document.getElementById('panes').dataset.login;
const notice = document.getElementById('presence-why');

const AWAY = ['break', 'offline'];
let known = null;

choice.addEventListener('change', () => choose(choice.value));

/** Says that the reader is there, or not. Whoever leaves says first what becomes of those they have. */
export async function choose(presence, reason) {
  try {
    if (AWAY.includes(presence) && !(await leaving.settled(known, presence))) return;
    await act('/desk/presence', { presence, reason });
    notice.hidden = true;
    document.dispatchEvent(new Event('presence')); // whoever comes back reads at once what they missed
  } catch {
    notice.hidden = false;
    notice.textContent = say('try_again');
  } finally {
    if (known) show(known);
  }
}

/** The same, asked for by a key. */
export async function ask() {
  const all = [...choice.options].map(option => [option.value, option.text]);
  const list = pick('presence', all);
  list.value = choice.dataset.presence ?? 'online';
  const given = await sheet(say('presence'), [labelled(say('presence'), list),
    labelled(say('presence_reason'), field('reason', { longest: 60 }))], say('presence_do'));
  if (given) await choose(given.presence, given.reason);
}

const signOut = document.querySelector('form[action="/desk/sign-out"]');
signOut?.addEventListener('submit', async event => {
  event.preventDefault();
  if (await leaving.settled(known, 'sign_out').catch(() => true)) signOut.submit(); // the server lets nobody wait either way
});

/** Whoever is not there is called for nothing until they are back. */
export const isAway = found => ['break', 'offline'].includes(found.team.find(each => each.login === me)?.presence);

export function show(found) {
  const mine = found.team.find(each => each.login === me);
  known = found;
  if (!mine) return;
  if (!document.querySelector('dialog[open]')) choice.value = mine.presence;
  choice.dataset.presence = mine.presence;
  load.textContent = `${mine.load}/${mine.capacity}`;
  load.title = say('load', { n: mine.load, m: mine.capacity });
  const told = whyAway(mine, found.team);
  notice.hidden = !told;
  notice.textContent = told;
}

/** What to say to somebody whom others, or offers that went by, have set away. */
function whyAway({ reason }, team) {
  if (reason === 'missed') return say('set_away');
  if (!reason?.startsWith(SENT_BY)) return '';
  const by = reason.slice(SENT_BY.length);
  return say('sent_away', { name: team.find(each => each.login === by)?.name ?? by });
}
