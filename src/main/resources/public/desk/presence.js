// Whether I am there, and how much I have in hand.
import { act } from './api.js';
import { say } from './words.js';

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
  const missed = mine.reason === 'missed';
  notice.hidden = !missed;
  if (missed) notice.textContent = say('set_away');
}
