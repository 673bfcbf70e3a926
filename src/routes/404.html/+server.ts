import { resolve } from '$app/paths';
import { m } from '#i18n/paraglide/messages.js';

export const prerender = true;
export const trailingSlash = 'never';
export const GET = () =>
  new Response(`<!doctype html><a href="${resolve('/')}">${m.app_name()}</a>`, {
    headers: { 'content-type': 'text/html' }
  });
