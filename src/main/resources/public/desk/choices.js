// What the reader wants to be called for, and how: kept for them on the server, so that their devices agree.
import { act, ask } from './api.js';

export const EVENTS = ['offered', 'passed', 'queue', 'wrote', 'urgent', 'window', 'mentioned', 'left', 'alarm'];
export const WAYS = ['sound', 'desktop', 'badge'];

let off = new Set();
let repeat = true;

export const wants = (event, way) => !off.has(`${event}/${way}`);
export const wantsAny = way => EVENTS.some(event => wants(event, way));
export const repeats = () => repeat;

export async function load() {
  const chosen = await ask('/desk/notices');
  off = new Set(chosen.off);
  repeat = chosen.repeats;
}

export function choose(event, way, on) {
  if (on) off.delete(`${event}/${way}`);
  else off.add(`${event}/${way}`);
  return keep();
}

export function chooseRepeats(on) {
  repeat = on;
  return keep();
}

const keep = () => act('/desk/notices', { off: [...off], repeats: repeat });
