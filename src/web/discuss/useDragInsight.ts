import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A finger that trembles does not drag. */
const FIRST_PX = 6;
/** So near to the upper or lower edge of the window, the page moves along. */
const EDGE_PX = 72;
const EDGE_STEP_PX = 14;

export type Dragged = { insightId: string; x: number; y: number; overGroupId: string | null };

/** The attribute by which a group is found under the pointer. */
export const groupAttribute = 'data-group';

/**
 * Drags an insight by its handle into another group, with mouse, pen or finger. A press without movement stays a
 * press; Escape lets go.
 */
export function useDragInsight(onDrop: (insightId: string, groupId: string) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const begin = useCallback((insightId: string, press: ReactPointerEvent): void => {
    if (press.button !== 0) return;
    const from = { x: press.clientX, y: press.clientY, scroll: window.scrollY };
    const events = new AbortController();
    const on = { signal: events.signal };
    let last: Dragged | null = null;

    function end(): void {
      events.abort();
      setDragged(null);
    }
    stop.current = end;
    function move(event: PointerEvent): void {
      if (event.pointerId !== press.pointerId) return;
      const x = event.clientX - from.x;
      const y = event.clientY - from.y;
      if (!last && Math.hypot(x, y) < FIRST_PX) return;
      if (event.clientY < EDGE_PX) window.scrollBy(0, -EDGE_STEP_PX);
      if (event.clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, EDGE_STEP_PX);
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .map((element) => element.closest(`[${groupAttribute}]`)?.getAttribute(groupAttribute))
        .find((id) => id != null);
      last = { insightId, x, y: y + window.scrollY - from.scroll, overGroupId: under ?? null };
      setDragged(last);
    }
    window.addEventListener('pointermove', move, on);
    window.addEventListener(
      'pointerup',
      () => {
        if (last?.overGroupId) drop.current(insightId, last.overGroupId);
        if (last) swallowClick();
        end();
      },
      on,
    );
    window.addEventListener('pointercancel', end, on);
    window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), on);
  }, []);

  return { dragged, begin };
}

/** What follows a drag is no press of the handle. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
