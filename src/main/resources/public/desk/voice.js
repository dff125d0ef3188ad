// How the persona speaks, for whoever answers in its place: at one glance, beside the conversation.
import { ask } from './api.js';
import { element, text } from './elements.js';
import { has, say } from './words.js';

const narrow = matchMedia('(max-width: 720px)');
let shown = { id: null, place: null };
let isOpen = !narrow.matches;

/** The card of a conversation's persona; the same again when it is drawn anew. */
export function of(id) {
  if (shown.id !== id) shown = { id, place: made(id) };
  return shown.place;
}

function made(id) {
  const body = element('div', 'voice-body');
  const place = element('details', 'voice', text('summary', '', say('voice_card')), body);
  place.open = isOpen;
  place.addEventListener('toggle', () => {
    isOpen = place.open;
    tell(id, place, body);
  });
  return place;
}

async function tell(id, place, body) {
  if (!place.open || body.firstChild) return;
  try {
    body.replaceChildren(...parts(await ask('/desk/voice', { id })));
  } catch {
    body.replaceChildren(); // the next time it is opened
  }
}

const parts = card => [
  text('p', 'voice-is', card.is),
  text('p', 'soft', [card.brand, named('voice_kind', card.kind), named('voice_distance', card.distance)].filter(Boolean).join(' · ')),
  card.promise ? text('p', 'soft', say('voice_promise', { words: card.promise })) : null,
  rules('voice_about', about(card.about)),
  dimensions(card.sliders),
  rules('voice_do', does(card.does)),
  rules('voice_dont', never(card.does)),
  forbidden(card.words),
].filter(Boolean);

const named = (what, value, otherwise = value) => (value && has(`${what}_${value}`) ? say(`${what}_${value}`) : otherwise);

/** Each as four steps. */
function dimensions(sliders) {
  const rows = Object.entries(sliders).map(([name, value]) => {
    const meter = document.createElement('meter');
    Object.assign(meter, { min: 0, max: 4, value });
    meter.setAttribute('aria-label', `${say(`voice_${name}`)}: ${value}/4`);
    return element('div', '', text('span', '', say(`voice_${name}`)), meter);
  });
  return rows.length ? element('div', 'voice-dimensions', ...rows) : null;
}

const listed = (what, all) => all.map(each => named(what, each.replaceAll(' ', '_'), each)).join(say('voice_between'));

/** What the persona is known by: whoever speaks in its place says nothing else of it. */
function about(card) {
  return ['knows', 'likes', 'weakAt', 'neverClaims', 'purposes', 'never']
    .filter(what => card[what].length)
    .map(what => say(`voice_${what}`, { words: listed(`voice_${what}`, card[what]) }));
}

const quoted = all => all.map(each => say('voice_quoted', { words: each })).join(say('voice_between'));

function does(card) {
  return [
    card.address ? say('voice_say_you', { words: quoted([card.address]) }) : null,
    card.bubble ? say('voice_short', { bubble: card.bubble, reply: card.reply || card.bubble }) : null,
    card.answerFirst ? say('voice_answer_first') : card.emojis ? say('voice_emoji', { n: card.emojis, words: card.emoji.join(' ') }) : null,
  ].filter(Boolean);
}

function never(card) {
  const grave = card.serious.map(each => named('voice_when', each)).join(say('voice_between'));
  return [
    card.notAddress.length ? say('voice_not_you', { words: quoted(card.notAddress.slice(0, 5)) }) : null,
    say(card.exclamations ? 'voice_marks' : 'voice_no_marks', { n: card.exclamations }),
    card.humour === 0 ? say('voice_no_jokes') : grave ? say('voice_jokes', { words: grave }) : null,
    card.emojis === 0 ? say('voice_no_emoji') : null,
  ].filter(Boolean).slice(0, 3);
}

const rules = (title, all) => (all.length
  ? element('div', title, text('h3', '', say(title)), element('ul', '', ...all.map(each => text('li', '', each)))) : null);

function forbidden({ prefer, never: words, packs }) {
  const instead = Object.entries(prefer).map(([word, better]) => element('li', '', text('s', '', word), ' → ', text('b', '', better)));
  const plain = words.map(word => element('li', '', text('s', '', word)));
  const lists = packs.map(pack => text('li', 'soft', say('voice_pack', { name: pack })));
  const all = [...instead, ...plain, ...lists];
  return all.length ? element('div', 'voice-words', text('h3', '', say('voice_words')), element('ul', '', ...all)) : null;
}
