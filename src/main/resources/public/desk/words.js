// What the page says, in the language the page is in.
const language = document.documentElement.lang;
const words = await (await fetch(`/static/desk/words/${language}.json`)).json();

export const say = (name, values = {}) =>
  (words[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
export const has = name => name in words;

/** What the server says in every language, in the page's own; nothing where it says nothing. */
export const inOurs = told => told?.[language] ?? '';

let others = null;

/** The same words in every language the desk speaks, for whoever types in another than they read; there once it is ready. */
export function everyLanguage() {
  let all = [words];
  others ??= Promise.all(['zh-Hant', 'zh-Hans', 'en'].map(async each => (await fetch(`/static/desk/words/${each}.json`)).json()));
  const ready = others.then(found => (all = found), () => (others = null)); // one's own language is enough
  return { ready, said: name => all.map(each => each[name]).filter(Boolean) };
}

const form = options => new Intl.DateTimeFormat(language, options);
const clock = form({ hour: '2-digit', minute: '2-digit', hour12: false });
const clockOfDay = form({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const day = form({ weekday: 'long', month: 'long', day: 'numeric' });
const dayOfYear = form({ year: 'numeric', month: 'long', day: 'numeric' });

export const isSameDay = (one, other) => one.toDateString() === other.toDateString();
export const timeOf = at => clock.format(at);
export const moment = at => (isSameDay(at, new Date()) ? clock : clockOfDay).format(at);

export function dayOf(at) {
  const now = new Date();
  if (isSameDay(at, now)) return say('today');
  if (isSameDay(at, new Date(now.getTime() - 86_400_000))) return say('yesterday');
  return (at.getFullYear() === now.getFullYear() ? day : dayOfYear).format(at);
}

/** 0:07, 12:40, 3 h 05 */
export function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = number => String(number).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  if (seconds < 86_400) return say('hours', { h: Math.floor(seconds / 3600), m: two(Math.floor(seconds / 60) % 60) });
  return say('days', { d: Math.floor(seconds / 86_400) });
}
