// 'The bot was wrong here': whoever writes the script reads it, with the line that would have been right where somebody names it.
import { act, ask } from './api.js';
import { button, element, text } from './elements.js';
import { field, labelled } from './sheets.js';
import { say } from './words.js';

/** Stands on what a line of the persona said. */
export function wrongOf(line) {
  if (!line.source?.line) return null;
  const made = text('button', 'plain wrong', say('wrong'));
  made.type = 'button';
  made.dataset.wrong = line.seq;
  made.dataset.line = line.source.line;
  return made;
}

/** @param conversation gives the one whose thread stands there */
export function follow(place, conversation, told) {
  place.addEventListener('click', event => {
    const pressed = event.target.closest('[data-wrong]');
    if (pressed) open(conversation(), pressed.dataset, told);
  });
}

function open(conversation, { wrong: seq, line }, told) {
  const made = document.createElement('dialog');
  made.className = 'sheet';
  const input = Object.assign(field('line', { longest: 200, hint: say('wrong_line_hint') }), { autocomplete: 'off' });
  const known = Object.assign(document.createElement('datalist'), { id: 'known-lines' });
  input.setAttribute('list', known.id);
  const failed = text('p', 'form-wrong', '');
  failed.setAttribute('role', 'alert');
  const yes = text('button', 'main', say('wrong_do'));
  yes.type = 'submit';
  const form = element('form', 'stack', text('h2', '', say('wrong')), text('p', 'soft', say('wrong_was', { line: line.replaceAll('_', ' ') })),
    labelled(say('wrong_line'), input), known, text('p', 'soft', say('wrong_masked')), failed,
    element('div', 'sheet-foot', button('', say('cancel'), () => made.close()), yes));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    yes.disabled = true;
    try {
      const came = await act('/desk/wrong', { conversation, seq: Number(seq), line: input.value.trim() });
      if (came.done) {
        made.close();
        told();
      } else {
        failed.textContent = say(`wrong_problem_${came.problem}`);
      }
    } catch {
      failed.textContent = say('try_again');
    }
    yes.disabled = false;
  });
  made.append(form);
  made.addEventListener('close', () => made.remove());
  document.body.append(made);
  made.showModal();
  ask('/desk/wrong', { id: conversation }).then(all => known.replaceChildren(...all.map(each => new Option(each.replaceAll('_', ' '))))).catch(() => {});
}
