import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { placeAfter } from './board.rules.ts';

interface Keys<E extends HTMLElement> {
  root: RefObject<E | null>;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * Arrows go from card to card, x chooses the one that has the focus; Enter opens its link by itself. Cards carry
 * `cardPlace`.
 *
 * @param sizes how many cards each column shows; a list is one column
 * @param onToggle null: nobody may choose
 */
export function useCardKeys<E extends HTMLElement>(
  sizes: readonly number[],
  onToggle: ((id: string) => void) | null,
): Keys<E> {
  const root = useRef<E>(null);
  return {
    root,
    onKeyDown(event) {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
      if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'x' && onToggle) {
        onToggle(card.dataset.card ?? '');
        event.preventDefault();
        return;
      }
      const place = { column: Number(card.dataset.column), row: Number(card.dataset.row) };
      const next = placeAfter(event.key, place, sizes);
      if (!next) return;
      event.preventDefault();
      root.current
        ?.querySelector<HTMLElement>(`[data-column="${next.column}"][data-row="${next.row}"] a`)
        ?.focus();
    },
  };
}

/** Where a card stands, for `useCardKeys`. */
export function cardPlace(id: string, column: number, row: number) {
  return { 'data-card': id, 'data-column': column, 'data-row': row };
}
