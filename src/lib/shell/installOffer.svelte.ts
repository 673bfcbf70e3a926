/** The browser's own offer to install the app, held back until the person wants it. */
class InstallOffer {
  #event: Window['installEvent'] = $state.raw();

  /** Whether the browser would install the app now. */
  get isOpen(): boolean {
    return this.#event !== undefined;
  }

  /** Takes over what src/early.js holds back, and what comes from here on. */
  listen(): void {
    this.#event = window.installEvent;
    addEventListener('beforeinstallprompt', () => (this.#event = window.installEvent));
    addEventListener('appinstalled', () => (this.#event = undefined));
  }

  /** Asks the browser to install the app. It asks the person, and may do so once. */
  async accept(): Promise<void> {
    const event = this.#event;
    this.#event = undefined;
    await event?.prompt?.();
  }
}

export const installOffer = new InstallOffer();
