// How long a reply is, and how much of a phone it fills: calm until it comes near what the channel takes.
import { say } from './words.js';

const NEAR = 0.9;
const place = document.getElementById('meter');
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
let limits = null;

const count = written => [...letters.segment(written)].length;

/** @param meter what the server knows of the channel and the persona; null where nothing goes out */
export function keepTo(meter) {
  limits = meter ?? null;
}

export function screens(written, { line, screen }) {
  const lines = written.split('\n').reduce((sum, each) => sum + Math.ceil(count(each) / line), 0);
  return Math.ceil(lines / screen);
}

/** @param written empty where nobody outside will read it */
export function show(written) {
  const text = written.trim();
  place.hidden = !limits || !text;
  if (place.hidden) return;
  const tooLong = text.length > limits.longest;
  const filled = screens(text, limits);
  const parts = tooLong
    ? [say('meter_too_long', { n: text.length, most: limits.longest })]
    : [say('meter_length', { n: text.length, most: limits.longest }), ...(filled > 1 ? [say('meter_screens', { n: filled })] : [])];
  place.textContent = parts.join(' · ');
  place.classList.toggle('over', tooLong);
  place.classList.toggle('near', !tooLong && (text.length > limits.longest * NEAR || filled > limits.screens));
}
