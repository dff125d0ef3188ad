// Hears at once when something happened, and asks every 15 seconds in case the line is dead without saying so.
const POLL = 15_000;
const SILENCE = 12_000;
const AGAIN = 3_000;

export function listen(onMark, onLine, onGaze) {
  let source;
  let heard = Date.now();

  function connect() {
    source = new EventSource('/desk/events');
    source.onopen = () => alive();
    source.addEventListener('mark', () => {
      alive();
      onMark(Infinity); // what happened may stand before what is seen: conversations are written side by side
    });
    source.addEventListener('beat', event => {
      alive();
      onMark(JSON.parse(event.data).seq);
    });
    source.addEventListener('gaze', event => {
      alive();
      onGaze();
      onMark(JSON.parse(event.data).seq);
    });
    source.onerror = () => {
      onLine(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN);
    };
  }

  function alive() {
    heard = Date.now();
    onLine(true);
  }

  connect();
  setInterval(() => {
    if (Date.now() - heard > SILENCE && source.readyState !== EventSource.CLOSED) {
      source.close();
      onLine(false);
      connect();
    }
    onMark(Infinity);
  }, POLL);
  addEventListener('online', () => onMark(Infinity));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onMark(Infinity));
}
