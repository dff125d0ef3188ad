// What we call whoever we talk with: chips that the sheet gives and takes away, one at a time.
import { act, ask } from './api.js';
import { button, element, text } from './elements.js';
import { field, labelled } from './sheets.js';
import * as takeback from './takeback.js';
import { say } from './words.js';

const FORM = /^[\p{L}\p{N}](?:[ ._-]?[\p{L}\p{N}]){0,19}$/u;

export const chips = card => [...verified(card), ...(card.tags ?? []).map(tag => text('span', 'tag own', tag))];

/** That it is they, as the company's own site says; of whoever else writes nothing is said. */
function verified({ person, verified: is }) {
  if (!is) return [];
  const made = text('span', 'tag verified', `✓ ${say('verified')}`);
  made.title = say('verified_what', { name: person });
  return [made];
}

/** Opens the sheet; comes back when it is closed. */
export function open(card) {
  return new Promise(resolve => {
    const made = document.createElement('dialog');
    made.className = 'sheet';
    const chosen = element('ul', 'chips');
    const input = Object.assign(field('tag', { longest: 40, hint: say('tag_hint') }), { autocomplete: 'off' });
    const known = Object.assign(document.createElement('datalist'), { id: 'known-tags' });
    input.setAttribute('list', known.id);
    const wrong = element('p', 'form-wrong');
    wrong.setAttribute('role', 'alert');
    wrong.hidden = true;

    const draw = tags => chosen.replaceChildren(...tags.map(tag => element('li', '', text('span', '', tag), remover(tag))));
    const remover = tag => {
      const x = button('icon', '×', () => change('remove', tag));
      x.setAttribute('aria-label', say('tag_remove', { tag }));
      return x;
    };
    const change = async (what, tag) => {
      try {
        draw(await act(`/desk/tags/${what}`, { conversation: card.id, tag }));
        takeback.did(card.id, 'tag', () => act(`/desk/tags/${what === 'add' ? 'remove' : 'add'}`, { conversation: card.id, tag }));
        input.value = '';
        complain('');
      } catch {
        complain(say('try_again'));
      }
      input.focus();
    };
    const complain = words => {
      wrong.textContent = words;
      wrong.hidden = !words;
    };

    const form = element('form', 'stack', text('h2', '', say('tags')), chosen, labelled(say('tag_add'), input), known, wrong,
      element('div', 'sheet-foot', button('', say('close_sheet'), () => made.close()), adder()));
    form.addEventListener('submit', event => {
      event.preventDefault();
      const tag = input.value.trim();
      if (!tag) made.close();
      else if (FORM.test(tag)) change('add', tag);
      else complain(say('tag_form'));
    });
    draw(card.tags ?? []);
    made.append(form);
    made.addEventListener('close', () => {
      made.remove();
      resolve();
    });
    document.body.append(made);
    made.showModal();
    input.focus();
    ask('/desk/tags').then(all => known.replaceChildren(...all.map(tag => new Option(tag)))).catch(() => {});
  });
}

function adder() {
  const made = text('button', 'main', say('add'));
  made.type = 'submit';
  return made;
}
