// What stands beside what one writes: what colleagues answered while the page was away, a draft from another device, and one
// that somebody's reply has overtaken.
import * as drafts from './drafts.js';
import { button, element, text } from './elements.js';
import { moment, say } from './words.js';

const place = document.getElementById('beside');
let shown = '';

/**
 * @param news what colleagues answered
 * @param taken what to do once other words are to be written
 * @param read what to do once the news are
 */
export function show(id, news, taken, read) {
  const { other, former } = drafts.of(id);
  const now = JSON.stringify([id, news, other, former]);
  if (now === shown) return; // somebody may be reading it
  shown = now;
  place.replaceChildren(...[news.length ? away(news, read) : null, other && elsewhere(id, other, taken), former && overtaken(id, former)].filter(Boolean));
  place.hidden = !place.firstChild;
}

function away(news, read) {
  return element('div', 'aside news', text('p', '', say('away_news')),
    ...news.map(each => element('p', 'aside-words', text('b', '', each.by), ` ${each.text}`)),
    element('p', 'aside-acts', button('', say('away_seen'), read)));
}

function elsewhere(id, other, taken) {
  const choose = does => () => {
    does(id);
    taken();
  };
  return element('div', 'aside', text('p', '', say('draft_other')), text('p', 'aside-words', other.text),
    element('p', 'aside-acts', button('', say('draft_take_other'), choose(drafts.takeOther)),
      button('', say('draft_keep_mine'), choose(drafts.keepMine))));
}

function overtaken(id, former) {
  const made = element('details', 'aside former',
    text('summary', '', say('draft_former', { name: former.by, at: moment(new Date(former.at)) })),
    text('p', 'aside-words', former.text),
    element('p', 'aside-acts', button('', say('draft_again'), () => drafts.endFormer(id, true)),
      button('', say('draft_drop'), () => drafts.endFormer(id, false))));
  return made;
}
