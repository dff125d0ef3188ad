// The visitor's words on their way: in order, each with an id, so that trying again says nothing twice.

const PAUSES = [1000, 3000];
const PATIENCE = 15_000;

export class Outbox {
  #address;
  #key;
  #changed;
  #waiting;
  #busy = false;

  /** @param changed what became of a message: changed(id, state, why, again) */
  constructor(address, key, changed) {
    this.#address = address;
    this.#key = key;
    this.#changed = changed;
    this.#waiting = this.#kept();
  }

  /** What an earlier visit of this tab left unsent. */
  get left() {
    return this.#waiting;
  }

  send(message) {
    this.#waiting.push(message);
    this.#keep();
    this.#pump();
  }

  retry(id) {
    const message = this.#waiting.find((each) => each.id === id);
    if (message) {
      message.failed = false;
      this.#changed(id, "sending");
      this.#pump();
    }
  }

  /** The network is back: whatever it stopped goes out now. */
  resume() {
    for (const message of this.#waiting.filter((each) => each.failed && each.again)) {
      message.failed = false;
      this.#changed(message.id, "sending");
    }
    this.#pump();
  }

  discard(id) {
    this.#waiting = this.#waiting.filter((each) => each.id !== id);
    this.#keep();
  }

  clear() {
    this.#waiting = [];
    this.#keep();
  }

  async #pump() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    let message;
    while ((message = this.#waiting.find((each) => !each.failed))) {
      const outcome = await this.#deliver(message);
      message.failed = outcome !== "sent";
      message.again = outcome === "away";
      if (outcome === "sent") {
        this.discard(message.id);
        this.#changed(message.id, "sent");
      } else {
        this.#keep();
        this.#changed(message.id, "failed", outcome, message.again);
        if (message.again) {
          break; // what was said after it must not come before it
        }
      }
    }
    this.#busy = false;
  }

  async #deliver(message) {
    let outcome = await this.#post(message);
    for (const pause of PAUSES) {
      if (outcome !== "away" || !navigator.onLine) {
        return outcome;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      outcome = await this.#post(message);
    }
    return outcome;
  }

  /** sent; away when trying again may help; else too_long or expired. */
  async #post({ failed, again, ...message }) {
    try {
      const response = await fetch(this.#address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.ok) {
        return "sent";
      }
      if (response.status >= 500 || response.status === 429) {
        return "away";
      }
      return response.status === 400 || response.status === 413 ? "too_long" : "expired";
    } catch {
      return "away"; // no network, or no answer in time: the id makes trying again safe
    }
  }

  #kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key)) ?? [];
    } catch {
      return []; // nothing kept, or nothing of ours
    }
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#waiting));
    } catch {
      // a browser that keeps nothing: the words live as long as the page
    }
  }
}
