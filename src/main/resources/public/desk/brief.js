// The right pane: what an agent needs to know before the first word.
import { allowance } from './allowance.js';
import { button, element, face, icon, text } from './elements.js';
import { reason } from './lists.js';
import { moment, say } from './words.js';

export function show(place, card, thread, onClose) {
  const lines = thread.lines;
  const meant = lines.findLast(line => line.meaning?.intent)?.meaning;
  const heard = lines.findLast(line => line.meaning)?.meaning;
  const asked = lines.findLast(line => line.form === 'passed' && line.owner === 'queued');
  const facts = [
    ['brief_why', asked ? reason(asked.text) : null, 'lead'],
    ['brief_queue', asked?.name],
    ['brief_since', card.stand.since && card.stand.owner !== 'bot' ? moment(new Date(card.stand.since)) : null],
    ['brief_intent', meant ? `${meant.intent.replaceAll('_', ' ')} · ${Math.round(meant.confidence * 100)} %` : null],
    ['brief_locale', heard ? say(`locale_${heard.locale}`) : null],
    ['channel', card.channel],
    ['brief_allowance', allowance(card)?.words],
    ['brief_version', lines.findLast(line => line.source?.version)?.source.version],
    ['brief_first', lines.length ? moment(new Date(Math.min(...lines.map(line => Date.parse(line.at))))) : null],
    ['brief_count', lines.filter(line => line.side === 'PERSON').length || null],
  ].filter(([, value]) => value);
  const close = button('icon close-brief', '', onClose);
  close.setAttribute('aria-label', say('close_brief'));
  close.append(icon('close'));
  place.replaceChildren(
    close,
    element('div', 'brief-person', face(card.person, null, 'large'), text('h2', '', card.person),
      text('p', 'soft', card.id)),
    element('dl', 'facts', ...facts.flatMap(([name, value, style]) =>
      [text('dt', '', say(name)), text('dd', style ?? '', String(value))])),
    card.persona
      ? element('div', 'brief-persona', face(card.persona.nickname, card.persona.avatar, 'bot'),
        element('div', '', text('b', '', card.persona.nickname), text('span', 'badge bot', 'AI'),
          text('p', 'soft', say('brief_persona'))))
      : '');
}
