// What can always be asked for: the script's menu, in a sheet. A press says the label, as a quick reply does.

export class Offers {
  #button = document.getElementById("offers-button");
  #sheet = document.getElementById("offers");

  constructor(chat, pressed) {
    if (!this.#button) {
      return; // the script has no menu
    }
    const list = document.getElementById("offers-list");
    list.lang = chat.locale;
    list.replaceChildren(...chat.menu.map((choice) => this.#entry(choice, pressed)));
    this.#button.addEventListener("click", () => {
      this.#sheet.showModal();
      this.#button.setAttribute("aria-expanded", "true");
    });
    this.#sheet.addEventListener("close", () => {
      this.#button.setAttribute("aria-expanded", "false");
      this.#button.focus({ preventScroll: true });
    });
    this.#sheet.addEventListener("click", (event) => {
      if (event.target === this.#sheet) {
        this.#sheet.close(); // beside the sheet
      }
    });
    this.#sheet.addEventListener("keydown", (event) => this.#walk(event));
  }

  #entry(choice, pressed) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = choice.label;
    button.addEventListener("click", () => {
      this.#sheet.close();
      pressed(choice);
    });
    const entry = document.createElement("li");
    entry.append(button);
    return entry;
  }

  /** The arrow keys walk from entry to entry. */
  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const buttons = [...this.#sheet.querySelectorAll("button")];
      const there = buttons.indexOf(document.activeElement) + step;
      event.preventDefault();
      buttons[(there + buttons.length) % buttons.length].focus();
    }
  }
}
