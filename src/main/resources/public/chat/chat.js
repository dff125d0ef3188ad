// The chat page: puts its parts together. What the visitor says goes out by POST, what happens comes in by one stream.

import { brand } from "./brand.js";
import { Composer } from "./composer.js";
import { Menu } from "./menu.js";
import { Offers } from "./offers.js";
import { Outbox } from "./outbox.js";
import { REFUSED, signIn, signOut } from "./sign-in.js";
import { Stream } from "./stream.js";
import { Thread } from "./thread.js";

const chat = JSON.parse(document.body.dataset.chat);
const base = `/c/${chat.id}`;
const banner = document.getElementById("banner");

brand(chat.avatar);

const until = document.getElementById("trial-until");
if (until) {
  const form = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
  until.textContent = new Intl.DateTimeFormat(chat.language, form).format(new Date(until.dateTime));
}

const thread = new Thread(chat, {
  pressed: (choice) => say({ choice }),
  resend: (id) => outbox.retry(id),
  discard: (id) => {
    outbox.discard(id);
    thread.forget(id);
  },
});

const as = `as=${chat.thread}`;
const outbox = new Outbox(`${base}/messages?${as}`, `outbox:${chat.id}.${chat.thread}`, (id, state, outcome, again) =>
  thread.state(id, state, outcome && outcome !== "away" ? chat.words[`chat.${outcome}`] : undefined, again),
);

const stream = new Stream(`${base}/events?${as}`, {
  happened: (event) => {
    if (event.from === "person") {
      outbox.discard(event.id); // it arrived, even if its answer to us did not
    }
    thread.happened(event);
  },
  ready: () => {
    thread.ready();
    comeIn();
  },
  moved: () => location.reload(), // somebody signed in or out beside us, or the time for which they were is over
  line: (open) => {
    line(open);
    if (open) {
      outbox.resume();
    }
  },
});

new Composer((text) => say({ text }));
new Offers(chat, (choice) => say({ choice }));
new Menu({ person: () => say({ choice: { key: "handoff.explicit", label: chat.words["chat.person"] } }), clear });

document.getElementById("sign-out")?.addEventListener("click", async () => {
  if (await signOut(base)) {
    leave();
  } else {
    show(chat.words["chat.sign_out.failed"], false);
  }
});

for (const message of outbox.left.filter((each) => !each.entered)) {
  thread.saying(message);
}
const beside = new BroadcastChannel(`renhua:${chat.id}`); // the same chat in other tabs
beside.onmessage = () => location.reload();
addEventListener("hashchange", begin);
begin();

/** Whoever is to be somebody else first says nothing before. */
async function begin() {
  const composer = document.getElementById("composer");
  composer.inert = true;
  const came = await signIn(base);
  if (came === "changed") {
    leave();
  } else if (came === "refused" && document.getElementById("sign-out")) {
    leave(REFUSED); // whoever was signed in here is not shown to whoever came by that link
  } else {
    composer.inert = false;
    stream.open();
    if (came === "refused" || came === "failed") {
      show(chat.words[came === "refused" ? "chat.sign_in.failed" : "chat.sign_out.failed"], false);
    }
  }
}

/** What was not sent goes with whoever wrote it, in every tab. */
function leave(hash = "") {
  stream.close();
  outbox.clear();
  beside.postMessage("left");
  if (hash) {
    history.replaceState(null, "", hash);
    location.reload();
  } else {
    location.replace(base + location.search);
  }
}

function say(words) {
  const message = { id: newId(), ...words, locale: chat.language, sentAt: new Date().toISOString() };
  thread.saying(message);
  outbox.send(message);
}

/** Tells once how the visitor came in, so that the persona can greet; the server forgets no door. */
let cameIn = false;
function comeIn() {
  if (!cameIn && (chat.scene || thread.empty)) {
    cameIn = true;
    const entered = chat.scene ? `scan:${chat.scene}` : "opened";
    outbox.send({ id: newId(), entered, locale: chat.language, sentAt: new Date().toISOString() });
  }
}

async function clear() {
  try {
    const response = await fetch(`${base}/clear`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    if (response.ok) {
      leave();
      return;
    }
  } catch {
    // said below
  }
  show(chat.words["chat.clear.failed"], false);
}

let lineShown = 0;
function line(open) {
  clearTimeout(lineShown);
  if (!navigator.cookieEnabled) {
    show(chat.words["chat.no_cookies"], false);
  } else if (open) {
    banner.hidden = true;
  } else if (!navigator.onLine) {
    show(chat.words["chat.offline"], false);
  } else {
    lineShown = setTimeout(() => show(chat.words["chat.reconnecting"], true), 3000);
  }
}

function show(words, quiet) {
  banner.textContent = words;
  banner.classList.toggle("quiet", quiet);
  banner.hidden = false;
}

/** As random as a UUID, and there without HTTPS too. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
