import { afterNavigate, goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { RouteId } from '$app/types';

type Path = Parameters<typeof resolve<RouteId>>[0] | '/?due';

/** Whether a route's page is shown. Readable in runes. */
export function isAt(route: RouteId): boolean {
  return page.route.id === route;
}

/** Goes to a page of the app. */
export function goTo(path: Path): void {
  void goto(resolve(path));
}

/** Puts another address in the place of this one: the page, its scroll and its focus stay. */
export function replaceAddress(path: Path): void {
  void goto(resolve(path), { replaceState: true, keepFocus: true, noScroll: true });
}

/** Calls back with the parameters of each address that leads to the page. Call while a page is made. */
export function onArrival(tell: (parameters: URLSearchParams) => void): void {
  afterNavigate(({ to }) => tell(to?.url.searchParams ?? new URLSearchParams()));
}
