import { useEffect, useRef } from 'react';
import { type Command, commandOf, type KeyOwner } from './keys.rules.ts';

/** Runs the page's keyboard commands, wherever the focus is, as long as no control needs the key itself. */
export function useKeys(run: (command: Command) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, ownerOf(event.target));
      if (!command) return;
      event.preventDefault();
      if (event.repeat && (command === 'toggle' || command === 'keys')) return;
      latest.current(command);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function ownerOf(target: EventTarget | null): KeyOwner {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog[open]')) return 'text';
  if (target.closest('input[type="range"]')) return 'slider';
  if (target.closest('input, select, textarea')) return 'text';
  return target.closest('button, a') ? 'button' : 'page';
}
