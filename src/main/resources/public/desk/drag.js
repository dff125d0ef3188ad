// Takes something by mouse or finger and lets go of it over a place. What one can do so, a menu does too.
const FAR = 6;

/**
 * @param place where things stand that can be dragged, marked .ticket; a finger takes them by their .grip
 * @param onDrop hears which thing was let go over which .target
 */
export function dragging(place, onDrop) {
  let held = null;

  place.addEventListener('pointerdown', event => {
    const ticket = event.target.closest('.ticket');
    if (!ticket || event.button !== 0 || (event.pointerType !== 'mouse' && !event.target.closest('.grip'))) return;
    held = { ticket, x: event.clientX, y: event.clientY, ghost: null };
  });

  addEventListener('pointermove', event => {
    if (!held) return;
    if (!held.ghost && Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR) lift();
    if (!held.ghost) return;
    held.ghost.style.transform = `translate(${event.clientX - held.x}px, ${event.clientY - held.y}px)`;
    mark(targetAt(event));
  });

  addEventListener('pointerup', event => {
    const target = held?.ghost && targetAt(event);
    const { ticket } = held ?? {};
    if (held?.ghost) swallowClick();
    letGo();
    if (target) onDrop(ticket, target);
  });
  addEventListener('pointercancel', letGo);
  addEventListener('keydown', event => event.key === 'Escape' && letGo());

  function lift() {
    const { left, top, width } = held.ticket.getBoundingClientRect();
    held.ghost = held.ticket.cloneNode(true);
    held.ghost.classList.add('ghost');
    held.ghost.removeAttribute('id');
    Object.assign(held.ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    held.ticket.classList.add('lifted');
    document.body.append(held.ghost);
  }

  const targetAt = event => document.elementFromPoint(event.clientX, event.clientY)?.closest('.target');

  function mark(target) {
    for (const marked of document.querySelectorAll('.target.over')) if (marked !== target) marked.classList.remove('over');
    target?.classList.add('over');
  }

  function letGo() {
    held?.ghost?.remove();
    held?.ticket.classList.remove('lifted');
    mark(null);
    held = null;
  }

  return () => Boolean(held?.ghost);
}

/** The press that ends a drag is none. */
function swallowClick() {
  const swallow = event => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
}
