/** Every page of the app. A new one is added here, and is then looked at by each test of all pages. */
export const ROUTES = [
  '/',
  '/balance/',
  '/history/',
  '/practice/',
  '/practice/pause/',
  '/practice/check-in/',
  '/practice/questions/',
  '/practice/thought/',
  '/practice/fear/',
  '/practice/ground/',
  '/practice/help/',
  '/practice/openness/',
  '/practice/together/',
  '/practice/gently/',
  '/practice/promises/',
  '/reminders/',
  '/settings/',
  '/about/',
  '/safety/'
] as const;
