// Addresses in what people and personas say. Text stays text; only http and https become links.

const ADDRESS = /https?:\/\/[^\s<>"'`「」『』（）【】《》，。！？；：、]+/giu;
const TRAILING = /[.,!?;:)\]}…]+$/u;

/** The text as nodes, with its addresses as links. */
export function linked(text, outside) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    const target = web(address);
    if (target) {
      nodes.push(document.createTextNode(text.slice(from, match.index)), link(target, address, outside));
      from = match.index + address.length;
    }
  }
  nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}

/** A link that opens beside the chat and tells the other side nothing about it. */
export function link(target, label, outside) {
  const anchor = document.createElement("a");
  anchor.href = target.href;
  anchor.textContent = label;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer nofollow ugc";
  const note = document.createElement("span");
  note.className = "unseen";
  note.textContent = outside;
  anchor.append(note);
  return anchor;
}

/** The address, when it is one of the web; null for javascript:, data: and whatever else there is. */
export function web(address) {
  try {
    const target = new URL(address, location.href);
    return target.protocol === "https:" || target.protocol === "http:" ? target : null;
  } catch {
    return null;
  }
}
