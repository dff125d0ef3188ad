// Whether I am there, and how much I have in hand.
import { act } from './api.js';
import { say } from './words.js';

const SENT_BY = 'sent_by:';
const choice = document.getElementById('presence');
const load = document.getElementById('load');
const me = document.getElementById('panes').dataset.login;
const notice = document.getElementById('presence-why');

choice.addEventListener('change', async () => {
  try {
    await act('/desk/presence', { presence: choice.value });
    notice.hidden = true;
    document.dispatchEvent(new Event('presence')); // whoever comes back reads at once what they missed
  } catch {
    notice.hidden = false;
    notice.textContent = say('try_again');
  }
});

/** Whoever is not there is called for nothing until they are back. */
export const isAway = found => ['break', 'offline'].includes(found.team.find(each => each.login === me)?.presence);

export function show(found) {
  const mine = found.team.find(each => each.login === me);
  if (!mine) return;
  if (document.activeElement !== choice) choice.value = mine.presence;
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
