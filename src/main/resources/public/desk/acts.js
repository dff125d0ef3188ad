// What can be done with a conversation, by who has it: a button, a key, and what it asks for first.
import { act } from './api.js';
import { choice, field, labelled, laters, sheet, topics } from './sheets.js';
import * as takeback from './takeback.js';
import { has, say } from './words.js';

const me = document.getElementById('panes').dataset.login;
const blocks = document.getElementById('panes').dataset.blocks === 'true';
const supervises = document.getElementById('panes').dataset.role !== 'agent';

/** Whether the words of this page's reader go out. */
export const isMine = card => ['human', 'transfer'].includes(card?.stand.owner) && card.stand.agent === me;
export const isForMe = card => (card.stand.owner === 'offered' && card.stand.agent === me)
  || (card.stand.owner === 'transfer' && card.stand.agent !== me && (card.stand.to === me || !isColleague(card.stand.to)));

let team = [];
const isColleague = name => team.some(each => each.login === name);

/** Whoever else is at the desk. */
export const colleagues = () => team.filter(each => each.login !== me);

export function know(found) {
  team = found.team;
}

/** Somebody answers in the platform's own app: unlike its own desk, that can be taken over. */
const isOutside = card => card.stand.owner === 'outside' && card.stand.why === 'app';
const isTheirs = card => card.stand.owner === 'outside' && !isOutside(card);
/** Over without an end of ours: nobody is there to be answered, or is to be. */
const isShut = card => card.stand.owner === 'closed' && Boolean(card.stand.why);
const claim = { name: 'claim', key: 'c', when: card => isForMe(card) || isOutside(card) || (['queued', 'bot', 'hold', 'closed'].includes(card.stand.owner) && !isShut(card)) };
const decline = { name: 'decline', when: isForMe };
const keep = { name: 'keep', when: card => card.stand.owner === 'transfer' && card.stand.agent === me };
const having = card => card.stand.owner === 'human' && card.stand.agent === me;
const transfer = { name: 'transfer', key: 't', when: having, asks: askWhom };
const hold = { name: 'hold', key: 'h', when: having, asks: askUntil };
const release = { name: 'release', key: 'b', when: card => having(card) || isOutside(card), asks: askForm };
const resolve = { name: 'resolve', key: 'e', when: having, asks: askTopic };
const undo = { name: 'undo', key: 'z', when: card => Boolean(takeback.next(card)) };
const priority = {
  name: 'priority',
  key: 'p',
  when: card => ['queued', 'offered', 'human', 'transfer', 'hold'].includes(card.stand.owner),
  asks: card => ({ urgent: !card.urgent }),
};
const assign = {
  name: 'assign',
  when: card => supervises && !isMine(card) && !isTheirs(card) && !['bot', 'closed'].includes(card.stand.owner),
  asks: askAgent,
};

const isUrgent = card => card.urgent || card.stand.rank === 'urgent';

/** Nobody has it but the reader: what they answer, what is offered to them, and what waits or is the persona's. */
const isNobodys = card => ['queued', 'bot'].includes(card.stand.owner) || (card.stand.owner === 'hold' && !card.stand.agent);
const spam = {
  name: 'spam',
  key: 'o',
  when: card => !isUrgent(card) && (isNobodys(card) || isMine(card) || (card.stand.owner === 'offered' && isForMe(card))),
};
const block = {
  name: 'block',
  key: 'd',
  when: card => !card.block?.inForce && !isUrgent(card) && (blocks || !card.block),
  asks: askBlock,
  back: card => (blocks ? () => act('/desk/unblock', { conversation: card.id }) : null),
};
const unblock = { name: 'unblock', when: card => blocks && Boolean(card.block) };

export const ALL = [claim, decline, keep, transfer, hold, release, resolve, undo, assign, priority, spam, block, unblock];
export const named = (name, card) => ALL.find(each => each.name === name && each.when(card));

/** What can be done at once with at least one of several. */
export const forSeveral = cards => [claim, hold, release, resolve, assign, spam].filter(each => cards.some(card => each.when(card)));

export const inHead = card => [transfer, hold, release, resolve, assign].filter(each => each.when(card));
export const inStand = card => [claim, decline, keep, undo, ...(card.block && !card.block.inForce ? [block] : []), unblock]
  .filter(each => each.when(card) && (each !== undo || takeback.next(card).ends));

/** How it is called where it is done: what was offered is accepted, what the persona has is taken over. */
export function label(each, card) {
  if (each === priority) return say(card.urgent ? 'not_urgent' : 'urgent');
  if (each === block && !blocks) return say('block_ask');
  if (each === block && card.block) return say('block_do_asked');
  if (each === unblock && !card.block.inForce) return say('block_decline');
  if (each === claim && isForMe(card)) return say('accept');
  if (each === claim && card.stand.owner !== 'queued') return say('take_over');
  return say(each.name);
}

/** Colleagues one can name. */
export const others = () => team.filter(each => each.login !== me)
  .map(each => [each.login, `${each.name} · ${say(`presence_${each.presence}`)} · ${each.load}/${each.capacity}`]);

/** Whom a conversation can be passed on to, and what that means to the server. */
export const receivers = () => [...others(), ...[...new Set(team.flatMap(each => each.teams))].map(name => [`team:${name}`, say('team_of', { name })])];
export const receiver = whom => (whom.startsWith('team:') ? { team: whom.slice(5) } : { to: whom });

async function askWhom() {
  const all = receivers();
  if (!all.length) return sheet(say('transfer'), [Object.assign(document.createElement('p'), { textContent: say('nobody_else') })], say('close_sheet'))
    .then(() => null);
  const given = await sheet(say('transfer'), [labelled(say('transfer_to'), choice('whom', all)),
    labelled(say('transfer_note'), field('text', { lines: 3, longest: 4000 }))], say('transfer_do'));
  if (!given) return null;
  const { whom, text } = given;
  return { ...receiver(whom), text };
}

function askUntil() {
  return sheet(say('hold'), [labelled(say('hold_until'), choice('until', laters()))], say('hold_do'));
}

/** Where the thread is not at hand they may have been asked something. */
async function askForm(card, thread) {
  if (thread && !thread.lines.some(line => line.source?.line?.startsWith('forms.'))) return {};
  return sheet(say('release'), [labelled(say('release_form'), choice('questions',
    ['facts_stay', 'go_on', 'forgotten'].map(name => [name, say(`questions_${name}`)])))], say('release_do'));
}

function askTopic(card, thread) {
  const known = new Set((thread?.lines ?? []).map(line => line.meaning?.intent).filter(Boolean).map(name => name.replaceAll('_', ' ')));
  const [input, list] = topics('topic', [...known]);
  input.value = [...known].at(-1) ?? '';
  return sheet(say('resolve'), [labelled(say('resolve_topic'), input), list], say('resolve_do'));
}

/** Whoever decides on what somebody asks for finds it filled in. */
function askBlock(card) {
  const why = field('why', { required: true, longest: 70 });
  const term = choice('term', ['hour', 'day', 'week', 'good'].map(name => [name, say(`block_${name}`)]));
  why.value = card.block?.why ?? '';
  term.value = card.block?.term ?? 'day';
  const hint = Object.assign(document.createElement('p'), { className: 'soft', textContent: say('block_what') });
  return sheet(say(blocks ? 'block' : 'block_ask'), [hint, labelled(say('block_term'), term), labelled(say('block_why'), why)],
    say(blocks ? 'block_do' : 'block_ask_do'));
}

function askAgent() {
  const all = [[me, say('myself')], ...others()];
  return sheet(say('assign'), [labelled(say('assign_to'), choice('to', all)),
    labelled(say('assign_why'), field('why', { required: true }))], say('assign_do'));
}

/** Who owes the next word, in a sentence. */
export function stands(card, moment) {
  const { owner, agentName, toName, why, until } = card.stand;
  const name = card.persona?.nickname ?? say('side_BOT');
  const at = until ? moment(new Date(until)) : '';
  if (owner === 'bot') return say('bot_answers', { name });
  if (owner === 'outside') return say(`stand_outside_${why}`, { name: agentName ?? '', channel: card.channel, at });
  if (owner === 'closed' && why === 'blocked' && card.block?.until) return say('stand_closed_blocked_until', { at: moment(new Date(card.block.until)) });
  if (owner === 'closed') return say(why ? `stand_closed_${why}` : 'stand_closed', { name });
  if (owner === 'hold' && !agentName) return say('stand_left_word', { at });
  if (owner === 'offered' && isForMe(card)) return say('stand_offered_you');
  if (owner === 'transfer' && isForMe(card)) return say('stand_transfer_you', { name: agentName });
  if (owner === 'transfer') return say('stand_transfer', { name: agentName, to: toName });
  if (has(`stand_${owner}`)) return say(`stand_${owner}`, { name: agentName ?? '', at, topic: why ?? '' });
  return say('has_it', { name: agentName ?? '' });
}
