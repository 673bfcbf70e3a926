/** What a browser hands out where the app can be installed. It's in no standard. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's own offer to install the app, held back until the person wants it. */
class InstallOffer {
  #event: InstallEvent | undefined = $state.raw();

  /** Whether the browser would install the app now. */
  get isOpen(): boolean {
    return this.#event !== undefined;
  }

  /** Holds back what the browser offers by itself, from here on. */
  listen(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#event = event as InstallEvent;
    });
    addEventListener('appinstalled', () => (this.#event = undefined));
  }

  /** Asks the browser to install the app. It asks the person, and may do so once. */
  async accept(): Promise<void> {
    const event = this.#event;
    this.#event = undefined;
    await event?.prompt();
  }
}

export const installOffer = new InstallOffer();
