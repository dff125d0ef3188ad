import { brand } from "./brand.js";

for (const person of document.querySelectorAll("[data-brand]")) {
  brand(person.querySelector("img").getAttribute("src"), person);
}
