// One bubble for each kind of content. Everything people or personas wrote goes in as text, never as HTML.

import { link, linked, web } from "./links.js";

/** What a bubble says in plain words: for reading aloud, and where nothing better can be shown. */
export function plain(content) {
  switch (content.is) {
    case "Text":
      return content.body;
    case "Choices":
      return content.prompt;
    case "Chosen":
      return content.label || content.key;
    case "Media":
      return content.description;
    case "Card":
      return [content.title, content.text].filter(Boolean).join("\n");
    case "Link":
      return [content.title, content.description].filter(Boolean).join("\n");
    case "Place":
      return content.label || `${content.latitude}, ${content.longitude}`;
    default:
      return "";
  }
}

/** The bubble's element. */
export function bubble(content, chat) {
  const element = document.createElement("div");
  element.className = "bubble";
  element.dir = "auto";
  element.tabIndex = -1;
  element.append(...parts(content, chat, element));
  return element;
}

function parts(content, chat, element) {
  const outside = chat.words["chat.opens_outside"];
  switch (content.is) {
    case "Media":
      return media(content, chat, element);
    case "Card":
      return card(content, content.image, content.button, chat, element);
    case "Link":
      return card({ title: content.title, text: content.description }, null, content, chat, element);
    default:
      return linked(plain(content), outside);
  }
}

function media(content, chat, element) {
  const target = ours(content.location, chat);
  if (!target) {
    return [document.createTextNode(content.description)];
  }
  if (here(target) && content.kind !== "FILE") {
    element.classList.add("plain");
    return [content.kind === "IMAGE" ? picture(target, content.description, chat) : player(content, target, chat)];
  }
  return [link(target, content.description || target.href, chat.words["chat.opens_outside"])];
}

function player(content, target, chat) {
  const element = document.createElement(content.kind === "VIDEO" ? "video" : "audio");
  element.controls = true;
  element.preload = "metadata";
  element.playsInline = true; // on a phone it stays in the chat
  element.addEventListener("error", () => element.replaceWith(missing(content.description, chat)));
  element.src = target.href;
  element.setAttribute("aria-label", content.description);
  return element;
}

function picture(target, description, chat) {
  const image = document.createElement("img");
  image.className = "picture";
  image.alt = description;
  image.loading = "lazy";
  image.decoding = "async";
  image.addEventListener("error", () => image.replaceWith(missing(description, chat)));
  image.src = target.href;
  return image;
}

/** What stands in the place of what cannot be shown or played. */
function missing(description, chat) {
  const note = document.createElement("span");
  note.className = "card-words";
  note.textContent = description || chat.words["chat.picture_missing"];
  return note;
}

function card(words, image, button, chat, element) {
  element.classList.add("plain", "card");
  const shown = [];
  const target = image && ours(image, chat);
  if (target && here(target)) {
    shown.push(picture(target, "", chat));
  }
  const block = document.createElement("div");
  block.className = "card-words";
  block.append(paragraph("card-title", words.title));
  if (words.text) {
    block.append(paragraph("card-text", words.text));
  }
  shown.push(block);
  const leads = button && web(button.url);
  if (leads) {
    const anchor = link(leads, button.title || leads.href, chat.words["chat.opens_outside"]);
    anchor.className = "card-button";
    shown.push(anchor);
  }
  return shown;
}

function paragraph(name, text) {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

/** An address of a picture or clip; our own ones by the name this page was reached under. */
export function ours(address, chat) {
  const own = address.startsWith(`${chat.address}/`) ? address.slice(chat.address.length) : address;
  return web(/^(img|mov|snd)\//.test(own) ? `/p/${chat.id}/${own}` : own);
}

/** Other hosts' pictures are links: the page loads nothing from anywhere else, and its policy would not let it. */
export function here(target) {
  return target.origin === location.origin;
}
