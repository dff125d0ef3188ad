// Words of the persona that the platform had taken in the moment before a person came.
import { say } from './words.js';

const JUST_BEFORE = 5_000;

/** How long before somebody joined it was sent, in words; null where nobody did, or it was not sent. */
export function crossed(line, hands) {
  if (line.side !== 'BOT' || line.fate?.state !== 'sent') return null;
  const next = hands.find(each => each.seq > line.seq);
  const before = next ? Date.parse(next.at) - Date.parse(line.at) : -1;
  if (!['human', 'outside'].includes(next?.owner) || before < 0 || before > JUST_BEFORE) return null;
  const isMe = next.name === document.getElementById('panes')?.dataset.name;
  return say(isMe ? 'crossed_you' : 'crossed', { name: next.name ?? '', seconds: (before / 1000).toFixed(1) });
}
