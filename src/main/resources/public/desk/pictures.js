// Sends a picture: from the persona's shelf, or one's own, chosen, pasted or dropped. Each says what it shows.
import { act, ask } from './api.js';
import { button, element, icon, text } from './elements.js';
import { field, labelled, sheet } from './sheets.js';
import { say } from './words.js';

const WIDEST = 1600; // more than any screen of a phone shows
const form = document.getElementById('reply');
const opener = document.getElementById('open-pictures');
let desk = null;

/**
 * @param at what the page knows: {@code conversation()}, {@code maySend()}, {@code seen()}, {@code name()} of the persona and what
 *     is to happen when it {@code came(id, answer)}
 */
export function start(at) {
  desk = at;
  opener.append(icon('picture'));
  opener.addEventListener('click', open);
  form.addEventListener('paste', event => offer(event, event.clipboardData));
  form.addEventListener('drop', event => offer(event, event.dataTransfer));
  form.addEventListener('dragover', event => {
    if ([...event.dataTransfer.items].some(item => item.kind === 'file')) event.preventDefault();
  });
}

function offer(event, { files }) {
  if (!files.length || !desk.maySend()) return;
  event.preventDefault();
  takeIn(desk.conversation(), files[0]);
}

/** What there is to send here, and why where nothing can be. */
async function open() {
  if (!desk.maySend()) return;
  const to = desk.conversation();
  const found = await ask('/desk/pictures', { id: to }).catch(() => null);
  if (to !== desk.conversation()) return;
  if (!found) return tell(say('try_again'));
  if (!found.kinds.length) return tell(say('picture_problem_closed'));
  const made = document.createElement('dialog');
  made.className = 'sheet pictures';
  const choose = then => {
    made.close();
    then();
  };
  made.append(element('div', 'stack', text('h2', '', say('pictures_title')),
    found.shelf.length ? text('h3', '', say('pictures_shelf', { name: desk.name() })) : null,
    element('ul', 'shelf', ...found.shelf.map(each => element('li', '', onShelf(each, () => choose(() => fromShelf(to, each)))))),
    ownFile(found, file => choose(() => takeIn(to, file, found))),
    element('div', 'sheet-foot', button('', say('cancel'), () => made.close()))));
  show(made);
}

function onShelf(each, taken) {
  const made = button('on-shelf', '', taken);
  made.append(image(each.picture, ''), text('span', '', each.alt));
  return made;
}

function ownFile(found, chosen) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/gif' });
  input.addEventListener('change', () => input.files[0] && chosen(input.files[0]));
  return element('label', 'own-file', text('span', '', say('pictures_own')), input,
    text('small', '', say('pictures_own_hint', { size: Math.round(found.longest / 1000) })));
}

async function fromShelf(to, { name, alt, picture }) {
  const words = await describe(picture, alt);
  if (words) send(to, { alt: words, shelf: name });
}

async function takeIn(to, file, known) {
  try {
    const found = known ?? await ask('/desk/pictures', { id: to });
    if (!found.kinds.length) return tell(say('picture_problem_closed'));
    const small = await fitting(file, found);
    const address = await read(small);
    const words = await describe(address, '');
    if (words) await send(to, { alt: words, bytes: address.slice(address.indexOf(',') + 1) });
  } catch {
    tell(say('picture_problem_kind'));
  }
}

/** As it is where it fits, else drawn anew: smaller, and of a kind that every platform shows. */
async function fitting(file, { kinds, longest }) {
  if (kinds.includes(file.type) && file.size <= longest) return file;
  const bitmap = await createImageBitmap(file);
  for (let wide = WIDEST; wide >= 400; wide /= 1.4) {
    const drawn = await draw(bitmap, Math.min(1, wide / Math.max(bitmap.width, bitmap.height)));
    if (drawn.size <= longest) return drawn;
  }
  throw new Error('it stays too large');
}

function draw(bitmap, scale) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height); // JPEG has nothing to look through
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
}

function read(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(reader.result));
    reader.addEventListener('error', failed);
    reader.readAsDataURL(file);
  });
}

/** Shows it once more, and asks what it shows. */
async function describe(address, alt) {
  const words = field('alt', { required: true, longest: 300, lines: 2 });
  words.value = alt;
  const given = await sheet(say('pictures_title'), [element('div', 'picture-preview', image(address, '')),
    labelled(say('picture_alt'), words), text('small', '', say('picture_alt_hint'))], say('send'));
  return given?.alt?.trim();
}

async function send(to, picture) {
  const messageId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  try {
    const came = await act('/desk/pictures/send', { conversation: to, messageId, seen: desk.seen(to), ...picture });
    if (came.problem) tell(say(`picture_problem_${came.problem}`));
    else desk.came(to, came.answer);
  } catch {
    tell(say('try_again'));
  }
}

function image(address, alt) {
  const made = new Image();
  Object.assign(made, { alt, src: address });
  return made;
}

function tell(words) {
  const made = document.createElement('dialog');
  made.className = 'sheet';
  made.append(element('div', 'stack', text('h2', '', say('pictures')), text('p', '', words),
    element('div', 'sheet-foot', button('main', say('close_sheet'), () => made.close()))));
  show(made);
}

function show(made) {
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  made.showModal();
}
