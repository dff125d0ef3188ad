// What the platform still lets us say, in words; null where it has no such rule.
import { moment, say } from './words.js';

export function allowance(card) {
  if (!card.allowance) return null;
  const until = new Date(card.allowance.until);
  if (until < new Date()) return { none: true, words: say('allowance_closed') };
  const values = { n: card.allowance.calls, until: moment(until) };
  return card.allowance.calls
    ? { none: false, words: say('allowance', values) }
    : { none: true, words: say('allowance_used', values) };
}
