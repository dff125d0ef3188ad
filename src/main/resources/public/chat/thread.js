// The conversation as the visitor sees it: bubbles in order, grouped by who speaks, with days, times and choices.

import { bubble, here, ours, plain } from "./bubble.js";

const SAME_BREATH = 5 * 60 * 1000;
const AT_END = 64;
const TYPES_FOR_AT_MOST = 20_000;
const NOT_YET = Number.MAX_SAFE_INTEGER;

const byId = (id) => document.getElementById(id);

export class Thread {
  #chat;
  #pressed;
  #resend;
  #discard;
  #log = byId("log");
  #scroll = byId("scroll");
  #typing = byId("typing");
  #quick = byId("quick");
  #pill = byId("pill");
  #aloud = byId("aloud");
  #turns = new Map();
  #coming = [];
  #comes = 0;
  #stopsTyping = 0;
  #atEnd = true;
  #live = false;
  #owner = "bot";
  #unseen = 0;
  #title = document.title;

  /** @param on what to do when a choice is pressed, and with words that failed */
  constructor(chat, on) {
    this.#chat = chat;
    this.#pressed = on.pressed;
    this.#resend = on.resend;
    this.#discard = on.discard;
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#scroll.addEventListener("keydown", (event) => this.#walk(event));
    this.#pill.addEventListener("click", () => this.toEnd());
    document.addEventListener("visibilitychange", () => this.#seen());
    const watch = new ResizeObserver(() => this.#atEnd && this.toEnd());
    watch.observe(this.#scroll);
    watch.observe(this.#log);
  }

  get empty() {
    return this.#turns.size === 0;
  }

  /** The history is there; from now on things happen in front of the reader. */
  ready() {
    if (!this.#live) {
      this.#live = true;
      this.#tidy();
      this.toEnd();
    }
  }

  /** Shows what happened, once, however often it is told. */
  happened(event) {
    if (event.is === "Owner") {
      this.#passed(event);
    } else if (this.#turns.has(event.id)) {
      this.#settled(event);
    } else if (event.from === "person" || !this.#live || document.hidden) {
      this.#show(event);
    } else if (!this.#coming.some((other) => other.id === event.id)) {
      this.#coming.push(event);
      this.#nextComes();
    }
  }

  /** Shows our visitor's own words before the server has them. */
  saying(message) {
    const content = message.choice ? { is: "Chosen", ...message.choice } : { is: "Text", body: message.text };
    const turn = this.#turn({ id: message.id, from: "person", seq: NOT_YET, at: message.sentAt, content });
    this.#place(turn);
    this.toEnd();
  }

  /** What became of own words: sending, sent or failed, and then why, and whether trying again may help. */
  state(id, state, why, again) {
    const turn = this.#turns.get(id);
    if (!turn || turn.seq !== NOT_YET) {
      return;
    }
    turn.element.classList.toggle("sending", state === "sending");
    turn.element.classList.toggle("failed", state === "failed");
    turn.meta.replaceChildren(...this.#stateParts(turn, state, why, again));
    if (state === "failed") {
      this.#say(`${this.#words("failed")} ${why ?? ""}`);
    }
    if (state === "sent") {
      this.#expectAnswer();
    }
  }

  forget(id) {
    this.#turns.get(id)?.element.remove();
    this.#turns.delete(id);
    this.#tidy();
  }

  toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#atEnd = true;
    this.#pill.hidden = true;
  }

  #words(key) {
    return this.#chat.words[`chat.${key}`];
  }

  // what comes in

  /** Bubbles that arrive together appear one after the other, as somebody would type them. */
  #nextComes() {
    if (this.#comes || this.#coming.length === 0) {
      return;
    }
    const first = this.#typing.hidden && this.#coming.length === 1;
    const length = plain(this.#coming[0].content).length;
    const pause = this.#calm() || this.#coming[0].from === "human" ? 0 : Math.min(900, 240 + length * 12);
    this.#typing.hidden = pause === 0 || (first && pause < 300);
    this.#comes = setTimeout(() => {
      this.#comes = 0;
      this.#typing.hidden = true;
      this.#show(this.#coming.shift());
      this.#nextComes();
    }, pause);
    this.#follow();
  }

  #calm() {
    return document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  #show(event) {
    const turn = this.#turn(event);
    this.#place(turn);
    if (!this.#live) {
      return;
    }
    if (event.from === "person") {
      this.#expectAnswer();
    } else {
      turn.element.classList.add("live");
      this.#typing.hidden = true;
      this.#say(`${event.name}：${plain(event.content)}`);
      this.#notice();
    }
    this.#follow();
  }

  #settled(event) {
    const turn = this.#turns.get(event.id);
    if (turn.seq === NOT_YET) {
      this.state(event.id, "sent");
      turn.seq = event.seq;
      turn.at = new Date(event.at);
      this.#place(turn);
      turn.meta.replaceChildren(...this.#stateParts(turn, "sent"));
    }
  }

  #passed({ seq, owner }) {
    const before = this.#owner;
    this.#owner = owner;
    const badge = byId("badge");
    badge.textContent = owner === "human" ? this.#chat.human : this.#chat.bot;
    badge.classList.toggle("human", owner === "human");
    byId("status").textContent = owner === "queued" ? ` · ${this.#words("queued")}` : "";
    if (owner !== "bot") {
      this.#typing.hidden = true;
    }
    if (owner === "human" || before === "human") {
      const element = document.createElement("li");
      element.className = "passed";
      element.textContent = this.#words(owner === "human" ? "human" : "bot");
      const id = `passed.${seq}`;
      if (!this.#turns.has(id)) {
        const turn = { id, seq, element, from: "passed", at: null };
        this.#turns.set(id, turn);
        this.#place(turn);
        this.#follow();
      }
    }
  }

  /** Only a machine's typing is guessed; a person takes the time they take. */
  #expectAnswer() {
    if (this.#owner !== "bot" || !this.#live) {
      return;
    }
    this.#typing.hidden = false;
    clearTimeout(this.#stopsTyping);
    this.#stopsTyping = setTimeout(() => {
      this.#typing.hidden = true;
    }, TYPES_FOR_AT_MOST);
    this.#follow();
  }

  // how it looks

  #turn(event) {
    const element = document.createElement("li");
    element.className = `turn ${event.from}`;
    const said = document.createElement("div");
    said.className = "said";
    if (event.from !== "person") {
      element.append(this.#face(event));
      said.append(this.#speaker(event));
    }
    const words = bubble(event.content, this.#chat);
    words.lang = event.lang ?? this.#chat.locale;
    const meta = document.createElement("div");
    meta.className = "meta";
    said.append(words, meta);
    element.append(said);
    const turn = {
      id: event.id,
      seq: event.seq,
      at: new Date(event.at),
      from: event.from,
      name: event.name,
      mood: event.face?.mood ?? "",
      choices: event.content.is === "Choices" ? event.content.choices : null,
      element,
      meta,
    };
    meta.append(...this.#stateParts(turn, event.seq === NOT_YET ? "sending" : "sent"));
    this.#turns.set(event.id, turn);
    return turn;
  }

  #face(event) {
    if (event.from === "bot") {
      const image = document.createElement("img");
      image.className = "face";
      image.src = this.#picture(event.face);
      image.alt = "";
      return image;
    }
    const letter = document.createElement("span");
    letter.className = "face letter";
    letter.setAttribute("aria-hidden", "true");
    letter.textContent = [...(event.name || "?")][0].toUpperCase();
    return letter;
  }

  /** The picture of a mood, or the usual one where there is none. */
  #picture(face) {
    const shown = face && ours(face.picture, this.#chat);
    return shown && here(shown) ? shown.href : this.#chat.avatar;
  }

  #speaker(event) {
    const element = document.createElement("div");
    element.className = "speaker";
    const badge = document.createElement("span");
    badge.className = `badge ${event.from}`;
    badge.textContent = event.from === "human" ? this.#chat.human : this.#chat.bot;
    element.append(event.name ?? "", badge);
    return element;
  }

  #stateParts(turn, state, why, again) {
    const time = document.createElement("time");
    time.dateTime = turn.at.toISOString();
    time.textContent = new Intl.DateTimeFormat(this.#chat.language, { hour: "numeric", minute: "2-digit" }).format(
      turn.at,
    );
    if (turn.from !== "person") {
      return [time];
    }
    if (state !== "failed") {
      return [time, icon(state, this.#words(state))];
    }
    const note = document.createElement("span");
    note.textContent = why ?? this.#words("failed");
    const actions = [button(this.#words("discard"), () => this.#discard(turn.id))];
    if (again) {
      actions.unshift(button(this.#words("retry"), () => this.#resend(turn.id)));
    }
    return [icon("failed", ""), note, ...actions];
  }

  #place(turn) {
    let after = this.#log.lastElementChild;
    while (after && (after === turn.element || Number(after.dataset.seq) > turn.seq)) {
      after = after.previousElementSibling;
    }
    turn.element.dataset.seq = turn.seq;
    if (after) {
      after.after(turn.element);
    } else {
      this.#log.prepend(turn.element);
    }
    turn.element.turn = turn;
    if (this.#live || turn.seq === NOT_YET) {
      this.#tidy();
    }
  }

  /** Days, groups and choices follow from the order. */
  #tidy() {
    let before = null;
    let day = "";
    let choices = null;
    for (const element of this.#log.children) {
      const turn = element.turn;
      if (turn.from === "passed") {
        before = null;
        continue;
      }
      const newDay = turn.at.toDateString() !== day;
      day = turn.at.toDateString();
      this.#nameDay(turn, newDay);
      const joined = before && !newDay && before.name === turn.name && before.from === turn.from;
      const close = joined && turn.at - before.at < SAME_BREATH;
      element.classList.toggle("first", !close);
      element.classList.toggle("moved", Boolean(close) && before.mood !== turn.mood);
      element.classList.remove("more");
      before?.element.classList.toggle("more", Boolean(close));
      choices = turn.from === "person" ? null : (turn.choices ?? choices);
      before = turn;
    }
    this.#offer(choices ?? []);
  }

  #nameDay(turn, opens) {
    if (opens) {
      turn.element.dataset.day = this.#dayName(turn.at);
    } else {
      delete turn.element.dataset.day;
    }
  }

  #dayName(at) {
    const now = new Date();
    const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
    if (days === 0 || days === 1) {
      return this.#words(days === 0 ? "today" : "yesterday");
    }
    const year = at.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
    return new Intl.DateTimeFormat(this.#chat.language, {
      ...year,
      month: "long",
      day: "numeric",
      weekday: "long",
    }).format(at);
  }

  #offer(choices) {
    const offered = choices.map((choice) => choice.key).join("\n");
    if (this.#quick.dataset.offered === offered) {
      return;
    }
    this.#quick.dataset.offered = offered;
    this.#quick.hidden = choices.length === 0;
    this.#quick.replaceChildren(...choices.map((choice) => button(choice.label, () => this.#pressed(choice))));
    this.#quick.lang = this.#chat.locale;
  }

  // where the reader is

  #follow() {
    if (this.#atEnd) {
      this.toEnd();
    }
  }

  #scrolled() {
    const rest = this.#scroll.scrollHeight - this.#scroll.clientHeight - this.#scroll.scrollTop;
    this.#atEnd = rest < AT_END;
    if (this.#atEnd) {
      this.#pill.hidden = true;
    }
  }

  #notice() {
    if (!this.#atEnd) {
      this.#pill.hidden = false;
    }
    if (document.hidden) {
      this.#unseen += 1;
      document.title = `(${this.#unseen}) ${this.#title}`;
    }
  }

  #seen() {
    if (!document.hidden) {
      this.#unseen = 0;
      document.title = this.#title;
    }
  }

  #say(words) {
    this.#aloud.textContent = words;
  }

  /** The arrow keys walk from bubble to bubble. */
  #walk(event) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") {
      return;
    }
    const bubbles = [...this.#log.querySelectorAll(".bubble")];
    const here = bubbles.indexOf(document.activeElement);
    const there = here < 0 ? bubbles.length - 1 : here + (event.key === "ArrowUp" ? -1 : 1);
    if (bubbles[there]) {
      event.preventDefault();
      bubbles[there].focus();
    }
  }
}

function button(label, pressed) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", pressed);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function icon(name, label) {
  const element = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  element.append(use);
  if (label) {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", label);
  } else {
    element.setAttribute("aria-hidden", "true");
  }
  return element;
}
