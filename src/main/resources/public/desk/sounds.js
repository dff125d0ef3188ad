// Soft sounds, made here and not loaded, each for one kind of call; what is urgent sounds like nothing else.
const VOLUME = 'renhua-volume';
const USUAL = 0.6;

/** Of each tone: its pitch, when it begins, how long it rings. */
const SOUNDS = {
  arrives: [[659, 0, 0.5], [880, 0.14, 0.7]],
  yours: [[659, 0, 0.4], [831, 0.12, 0.4], [988, 0.24, 0.8]],
  word: [[988, 0, 0.3]],
  closing: [[784, 0, 0.4], [587, 0.16, 0.6]],
  urgent: [[880, 0, 0.16], [698, 0.2, 0.16], [880, 0.4, 0.16], [698, 0.6, 0.5]],
};
const URGENT = 'urgent';

let audio = null;
let onState = () => {};

export const volume = () => Number(localStorage.getItem(VOLUME) ?? USUAL);
export const setVolume = value => localStorage.setItem(VOLUME, String(value));

/** Whether the browser lets this page be heard; some wait for a first press. */
export const isHeard = () => audio?.state === 'running';

export function prepare(stateChanged) {
  onState = stateChanged;
  if (!globalThis.AudioContext) return;
  audio = new AudioContext();
  audio.addEventListener('statechange', () => onState());
  for (const press of ['pointerdown', 'keydown']) addEventListener(press, wake, { capture: true });
}

/** Only worth trying while somebody presses something: browsers take nothing else for a wish. */
export function wake() {
  if (audio && audio.state !== 'running' && audio.state !== 'closed') audio.resume().catch(() => onState());
}

/** False where the browser keeps the page silent. */
export function play(name) {
  if (!isHeard()) return false;
  const loud = audio.createGain();
  loud.gain.value = volume() ** 2;
  loud.connect(audio.destination);
  for (const tone of SOUNDS[name]) ring(loud, name === URGENT ? 'triangle' : 'sine', tone);
  return true;
}

function ring(loud, shape, [pitch, after, length]) {
  const begins = audio.currentTime + after;
  const tone = audio.createOscillator();
  const swell = audio.createGain();
  tone.type = shape;
  tone.frequency.value = pitch;
  swell.gain.setValueAtTime(0, begins);
  swell.gain.linearRampToValueAtTime(0.4, begins + 0.015);
  swell.gain.exponentialRampToValueAtTime(0.0005, begins + length);
  tone.connect(swell).connect(loud);
  tone.start(begins);
  tone.stop(begins + length);
}
