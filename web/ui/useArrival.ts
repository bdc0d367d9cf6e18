import { useEffect, useRef } from 'react';
import { en } from '../texts/en.ts';

/**
 * Whoever comes to another screen, by keyboard or screen reader, comes to its heading, and the window is called by it.
 * `at`: the place, whoever is there; the first one of a page is left as the browser shows it. Within a place, another
 * heading takes the focus that went away with what had it.
 */
export function useArrival(at: string): void {
  const place = useRef(at);
  useEffect(() => {
    const content = document.querySelector('#content');
    if (!content) return;
    const from = document.activeElement;
    let moving = place.current !== at;
    let last: HTMLElement | undefined;
    place.current = at;
    const look = () => {
      const heading = [...content.querySelectorAll('h1')].find((one) => one.checkVisibility());
      if (!heading || heading === last) return;
      const lost = document.activeElement === null || document.activeElement === document.body;
      const left = moving && document.activeElement === from && !within(content, from);
      if ((moving && lost) || left || (last && lost)) arriveAt(heading);
      document.title = `${heading.textContent} · ${en.common.name}`;
      moving = false;
      last = heading;
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(content, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [at]);
}

/** Whether the focus is at something of the screen that can be seen. */
function within(content: Element, element: Element | null): boolean {
  return element !== null && element !== content && content.contains(element) && element.checkVisibility();
}

function arriveAt(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus();
}
