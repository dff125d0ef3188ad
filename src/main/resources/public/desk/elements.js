// Builds the page's elements. Text is only ever set as text.
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return made;
}

export const text = (tag, className, words) => {
  const made = element(tag, className);
  made.textContent = words;
  return made;
};

export function button(className, words, onClick) {
  const made = text('button', className, words);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

export function time(at, words) {
  const made = text('time', '', words);
  made.dateTime = at.toISOString();
  return made;
}

const SHADES = 6;

/** A round face: the picture where there is one, else the name's first letter on a shade of its own. */
export function face(name, picture, className = '') {
  const letter = [...(name || '·')][0].toUpperCase();
  const shade = [...(name || '')].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 997, 7) % SHADES;
  const made = text('span', `face shade-${shade} ${className}`, letter);
  made.setAttribute('aria-hidden', 'true');
  if (picture) {
    const image = new Image();
    image.alt = '';
    image.addEventListener('load', () => made.replaceChildren(image));
    image.src = picture;
  }
  return made;
}

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  info: 'M12 11v6M12 7.500v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  close: 'M6 6l12 12M18 6L6 18',
  picture: 'M4 5.500h16v13H4zM4 15.500l4.500-4.500 4 4 2.500-2.500 5 5M15.500 9.500v.01',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  macro: 'M13 3.500L5.500 13.500h5.500l-1 7 7.500-10.500h-5.500z',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
