export const prerender = true;
// Folders with an index.html: what every static host serves without settings.
export const trailingSlash = 'always';
