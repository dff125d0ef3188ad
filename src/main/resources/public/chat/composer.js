// Where the visitor writes. Enter sends, unless an input method is still at work on the word.

export class Composer {
  #form = document.getElementById("composer");
  #text = document.getElementById("text");
  #send = document.getElementById("send");
  #composing = false;
  #say;

  constructor(say) {
    this.#say = say;
    this.#text.addEventListener("input", () => this.#changed());
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    this.#text.addEventListener("compositionstart", () => {
      this.#composing = true;
    });
    this.#text.addEventListener("compositionend", () => {
      setTimeout(() => {
        this.#composing = false; // the Enter that ends a word still belongs to it
      });
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    // the phone's keyboard stays open when the button is pressed
    this.#send.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#changed(); // a browser may have kept a draft
    if (matchMedia("(hover: hover)").matches) {
      this.#text.focus({ preventScroll: true });
    }
  }

  #key(event) {
    const sends = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (sends && !event.isComposing && event.keyCode !== 229 && !this.#composing) {
      event.preventDefault();
      this.#submit();
    } else if (sends && this.#composing && !event.isComposing) {
      event.preventDefault(); // no new line either
    }
  }

  #submit() {
    const words = this.#text.value.trim();
    if (words) {
      this.#text.value = "";
      this.#changed();
      this.#say(words);
    }
  }

  #changed() {
    this.#send.disabled = this.#text.value.trim() === "";
    if (!CSS.supports("field-sizing", "content")) {
      this.#text.style.height = "auto";
      this.#text.style.height = `${Math.min(this.#text.scrollHeight, 144)}px`;
    }
  }
}
