// What happens in the conversation, live. Goes on after the last place it heard of, whatever broke in between.

const LONGEST_SILENCE = 50_000; // the server beats every 20 seconds
const RESTS_AFTER = 5 * 60 * 1000;
const LONGEST_PAUSE = 15_000;

export class Stream {
  #address;
  #on;
  #source = null;
  #seq = 0;
  #tries = 0;
  #again = 0;
  #silence = 0;
  #rest = 0;

  /** @param on happened(event), ready() after the history, moved() once the thread is somebody else's, line(open) when the line comes or goes */
  constructor(address, on) {
    this.#address = address;
    this.#on = on;
    addEventListener("online", () => this.#restart());
    addEventListener("offline", () => this.#lost());
    addEventListener("pageshow", (event) => event.persisted && this.#restart());
    document.addEventListener("visibilitychange", () => this.#visibility());
  }

  open() {
    clearTimeout(this.#again);
    this.#source?.close();
    const source = new EventSource(`${this.#address}&after=${this.#seq}`);
    this.#source = source;
    this.#listenForSilence();
    source.addEventListener("open", () => {
      this.#tries = 0;
      this.#heard();
      this.#on.line(true);
    });
    source.addEventListener("beat", () => this.#heard());
    source.addEventListener("ready", () => {
      this.#heard();
      this.#on.ready();
    });
    source.addEventListener("moved", () => {
      this.close();
      this.#on.moved();
    });
    source.addEventListener("happened", (event) => {
      this.#heard();
      this.#seq = Math.max(this.#seq, Number(event.lastEventId) || 0);
      this.#on.happened(JSON.parse(event.data));
    });
    source.addEventListener("error", () => this.#lost());
  }

  close() {
    clearTimeout(this.#again);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }

  #restart() {
    this.#tries = 0;
    this.open();
  }

  #lost() {
    this.close();
    this.#on.line(false);
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#tries) * (0.75 + Math.random() / 2);
    this.#tries += 1;
    this.#again = setTimeout(() => this.open(), pause);
  }

  #heard() {
    clearTimeout(this.#silence);
    this.#listenForSilence();
  }

  /** A line may die without a word, when a phone changes networks. */
  #listenForSilence() {
    this.#silence = setTimeout(() => this.#lost(), LONGEST_SILENCE);
  }

  /** A tab nobody looks at gives its line back after a while: browsers allow only six for all tabs. */
  #visibility() {
    clearTimeout(this.#rest);
    if (document.hidden) {
      this.#rest = setTimeout(() => this.close(), RESTS_AFTER);
    } else if (!this.#source) {
      this.#restart();
    }
  }
}
