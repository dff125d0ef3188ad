// Keys, for who prefers them: single ones only outside text fields, and off by a switch; none while an input method composes.
// Each can be another. What is chosen is the reader's on all their devices.
import { act, ask } from './api.js';
import { say } from './words.js';

const OFF_HERE = 'renhua-keys-off'; // as it was kept before it was kept on the server
const AFTER_THE_FIRST = 1_500;
const HAND = ['INPUT', 'TEXTAREA', 'SELECT'];
const NO_KEY = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'];
/** Whoever uses the page by keys alone needs these as they are. */
const NEEDED = ['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Backspace', 'Delete'];

const known = new Map();
let changed = {};
let off = false;

/**
 * Lets a key do something.
 *
 * @param key its usual one: a sign, two one after the other (`g u`), or with `mod+`, `alt+`, `shift+`; `#` stands for 1 to 9
 * @param name what it does, as it is kept and as the words have it
 * @param does gets the digit where there is one
 * @param again whether it does so over and over while it is held down
 */
export function on(key, name, does, again = false) {
  known.set(name, { usual: key, does, again });
}

export const keyOf = name => changed[name] ?? known.get(name)?.usual;
export const names = () => [...known.keys()];
export const usualOf = name => known.get(name).usual;
export const isChanged = name => name in changed;
export const isOff = () => off;

/** As it stands on a keyboard. */
export const shown = key => (key ?? '').split(' ').map(press => press.split(/\+(?=.)/).map(part =>
  ({ mod: say('key_mod'), alt: 'Alt', shift: '⇧', Escape: 'Esc', Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', '#': '1–9' }[part]
    ?? (press.includes('+') ? part.toUpperCase() : part))).join('+')).join(' ');

export async function load() {
  const chosen = await ask('/desk/keys');
  changed = chosen.changed;
  off = chosen.off;
  if (localStorage.getItem(OFF_HERE)) await switchOff(true);
  localStorage.removeItem(OFF_HERE);
}

const keep = () => act('/desk/keys', { changed, off });

export function switchOff(isSo) {
  off = isSo;
  return keep();
}

/** Gives something another key; its usual one where none is named. */
export function choose(name, key = known.get(name).usual) {
  const { [name]: _, ...others } = changed;
  changed = key === known.get(name).usual ? others : { ...others, [name]: key };
  return keep();
}

export function chooseUsual() {
  changed = {};
  return keep();
}

/** A press as it is kept: signs as they are typed, everything else by its name. */
export function pressed(event) {
  if (NO_KEY.includes(event.key)) return null;
  if (event.getModifierState?.('AltGraph')) return event.key;
  const mod = event.ctrlKey || event.metaKey;
  const isHeld = mod || event.altKey;
  const key = isHeld && /^(Key|Digit)/.test(event.code) ? event.code.slice(-1).toLowerCase() : event.key;
  const isShifted = event.shiftKey && (isHeld || [...key].length > 1); // a sign has it in itself
  return [mod && 'mod', event.altKey && 'alt', isShifted && 'shift', key].filter(Boolean).join('+');
}

const isHeld = key => /^(mod|alt)\+./.test(key);
const isSign = key => [...key].length === 1;
const counted = key => (isHeld(key) ? key.replace(/[1-9]$/, '#') : key);
const nameOf = key => names().find(name => keyOf(name) === counted(key));
export const beginsOther = key => names().some(name => keyOf(name).startsWith(`${key} `));

/** Why a key cannot be had for something, in words; null where it can. */
export function whyNot(name, key) {
  const usual = known.get(name).usual;
  if (key === usual) return taken(name, key);
  if (NEEDED.includes(key)) return say('key_needed', { key: shown(key) });
  if (isHeld(usual) && !isHeld(key)) return say('key_held', { name: say(name) });
  if (usual.endsWith('#') !== counted(key).endsWith('#')) return say(usual.endsWith('#') ? 'key_digit' : 'key_no_digit', { name: say(name) });
  return taken(name, key);
}

function taken(name, key) {
  const other = names().find(each => each !== name && (keyOf(each) === counted(key) || keyOf(each).startsWith(`${key} `) || key.startsWith(`${keyOf(each)} `)));
  return other ? say('key_taken', { key: shown(key), name: say(other) }) : null;
}

/** As it is kept for something. */
export const keptAs = counted;

const isWriting = target => HAND.includes(target.tagName) || target.isContentEditable;
const hasOwnEnter = target => target.closest?.('a, button, summary');

let first = '';
let forgets = null;

addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  const key = pressed(event);
  if (!key || document.querySelector('dialog[open]')) return;
  if (!isHeld(key) && (isWriting(event.target) || (off && isSign(key)))) return;
  if (key === 'Enter' && hasOwnEnter(event.target)) return;
  const whole = first ? `${first} ${key}` : key;
  first = '';
  const found = known.get(nameOf(whole));
  if (found) {
    event.preventDefault();
    if (!event.repeat || found.again) found.does(Number(event.code?.slice(-1)) || undefined);
  } else if (beginsOther(whole)) {
    event.preventDefault();
    first = whole;
    clearTimeout(forgets);
    forgets = setTimeout(() => (first = ''), AFTER_THE_FIRST);
  }
});
