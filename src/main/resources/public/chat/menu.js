// The small menu in the head, and the question before a chat is cleared.

export class Menu {
  #button = document.getElementById("menu-button");
  #menu = document.getElementById("menu");
  #dialog = document.getElementById("clear-dialog");

  constructor(on) {
    this.#button.addEventListener("click", () => this.#toggle(this.#menu.hidden));
    document.addEventListener("pointerdown", (event) => {
      if (!this.#menu.contains(event.target) && !this.#button.contains(event.target)) {
        this.#toggle(false);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#menu.hidden) {
        this.#toggle(false);
        this.#button.focus();
      }
    });
    this.#menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.#menu.contains(event.relatedTarget) && event.relatedTarget !== this.#button) {
        this.#toggle(false);
      }
    });
    document.getElementById("person").addEventListener("click", () => {
      this.#toggle(false);
      on.person();
    });
    document.getElementById("clear").addEventListener("click", () => {
      this.#toggle(false);
      this.#dialog.returnValue = "";
      this.#dialog.showModal();
    });
    this.#dialog.addEventListener("close", () => {
      if (this.#dialog.returnValue === "yes") {
        on.clear();
      }
      this.#button.focus();
    });
  }

  #toggle(open) {
    this.#menu.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
    if (open) {
      this.#menu.querySelector("button").focus();
    }
  }
}
