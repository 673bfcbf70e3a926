import { download } from './download.ts';
import { Saving } from './saveBackup.svelte.ts';

/** A sealed file on its way to another device: made first, then shared or saved by a press of its own. */
export class Moving {
  readonly saving = new Saving();
  /** Ready to be handed over. */
  file: File | undefined = $state.raw();
  /**
   * The same as a text: Chromium's share sheet takes none but files of kinds it knows, and says so
   * only once it is asked.
   */
  #text: File | undefined = $state.raw();
  #handedOver: () => void = () => undefined;

  /** Whether the system can hand this file to another app. */
  get canShare(): boolean {
    return this.#text !== undefined && (navigator.canShare?.({ files: [this.#text] }) ?? false);
  }

  /** Seals the whole account into a file. It counts as a backup once it has been handed over. */
  async make(passphrase: string): Promise<void> {
    await this.saving.sealed(passphrase, async (file) => {
      this.#text = await asText(file);
      this.file = file;
      await new Promise<void>((resolve) => (this.#handedOver = resolve));
      this.file = this.#text = undefined;
    });
  }

  /** Hands the file to an app that the user chooses. One who cancels can choose again. */
  async share(): Promise<void> {
    if (!this.#text) return;
    try {
      await navigator.share({ files: [this.#text] });
      this.#handedOver();
    } catch (error) {
      // What the system refuses once it refuses again: saving is left. Whoever cancels, or presses
      // twice, can press again.
      const isOpen = ['AbortError', 'InvalidStateError'].includes((error as Error).name);
      if (!isOpen) this.#text = undefined;
    }
  }

  /** Saves the file where downloads go. */
  save(): void {
    if (!this.file) return;
    download(this.file.name, this.file.type, this.file);
    this.#handedOver();
  }
}

async function asText(sealed: File): Promise<File> {
  const { armoured } = await import('../seal.ts');
  const text = armoured(new Uint8Array(await sealed.arrayBuffer()));
  return new File([text], `${sealed.name}.txt`, { type: 'text/plain' });
}
