import { onMount } from 'svelte';
import { on } from 'svelte/events';
import { afterNavigate, beforeNavigate, goto, pushState } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { RouteId } from '$app/types';

type Arguments = Parameters<
  typeof resolve<
    RouteId | '/?due' | `/settings/backup#${string}` | `/practice/making-up?moment=${string}`
  >
>;

/** An address within the app. */
export type Path = Arguments[0];

/** Whether a route's page is shown. Readable in runes. */
export function isAt(route: RouteId): boolean {
  return page.route.id === route;
}

/** Goes to a page of the app. */
export function goTo(path: Path): void {
  void goto(resolve(...only(path)));
}

/** Goes to a page, in the place of the one that was asked for. */
export function goInstead(path: Path): void {
  void goto(resolve(...only(path)), { replaceState: true });
}

/** Puts another address in the place of this one: the page, its scroll and its focus stay. */
export function replaceAddress(path: Path): void {
  void goto(resolve(...only(path)), { replaceState: true, keepFocus: true, noScroll: true });
}

/** Calls back with the parameters of each address that leads to the page. Call while a page is made. */
export function onArrival(tell: (parameters: URLSearchParams) => void): void {
  // After an unlock the page is made long after the navigation.
  onMount(() => tell(page.url.searchParams));
  afterNavigate(({ to }) => tell(to?.url.searchParams ?? new URLSearchParams()));
}

/** Stays on the page where the person goes back, and does that instead. Call while a component is made. */
export function insteadOfBack(work: () => void): void {
  beforeNavigate(({ type, cancel }) => {
    if (type !== 'popstate') return;
    cancel();
    work();
  });
  onMount(() => {
    // Back would leave the app: it's given a place of its own to go back from.
    if (page.route.id && !isPageBehind()) pushState('', { ...page.state, isOver: true });
    if (!page.state.isOver) return;
    return on(window, 'popstate', () => {
      if (!page.state.isOver) work();
    });
  });
}

/** Whether a page of the app lies behind; where the browser doesn't tell them apart, any page. */
function isPageBehind(): boolean {
  return (window as Partial<Window>).navigation?.canGoBack ?? history.length > 1;
}

/** One path of many as one tuple of many: TypeScript gives up on seeing that beyond 25 routes. */
function only(path: Path): Arguments {
  return [path] as Arguments;
}
