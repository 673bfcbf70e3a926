self.addEventListener('fetch', () => {});
export {};
