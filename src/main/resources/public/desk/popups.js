// What the system shows beside the browser. Names only: what people write stays on the page.
import { say } from './words.js';

let works = 'Notification' in globalThis;

/** granted, denied, default: not asked yet, or missing where this browser has none. */
export const permission = () => (works ? Notification.permission : 'missing');

export async function askPermission() {
  return works ? Notification.requestPermission() : 'missing';
}

/** @returns whether it was handed to the system */
export function popUp(words, key, onOpen) {
  if (permission() !== 'granted') return false;
  try {
    const made = new Notification(`${say('desk')} · 人話`, {
      body: words,
      tag: key,
      silent: true, // the page has its own sounds
      icon: '/static/desk/mark.svg',
      lang: document.documentElement.lang,
    });
    made.addEventListener('click', () => {
      window.focus();
      onOpen();
      made.close();
    });
    return true;
  } catch {
    works = false; // phones let only a service worker show anything
    return false;
  }
}
