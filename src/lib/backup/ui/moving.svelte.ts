import { download } from './download.ts';
import { Saving } from './saveBackup.svelte.ts';

/** A sealed file on its way to another device: made first, then shared or saved by a press of its own. */
export class Moving {
  readonly saving = new Saving();
  /** Ready to be handed over. */
  file: File | undefined = $state.raw();
  #handedOver: () => void = () => undefined;

  /** Whether the system can hand this file to another app. */
  get canShare(): boolean {
    return this.file !== undefined && (navigator.canShare?.({ files: [this.file] }) ?? false);
  }

  /** Seals the whole account into a file. It counts as a backup once it has been handed over. */
  async make(passphrase: string): Promise<void> {
    await this.saving.sealed(passphrase, async (file) => {
      this.file = file;
      await new Promise<void>((resolve) => (this.#handedOver = resolve));
      this.file = undefined;
    });
  }

  /** Hands the file to an app that the user chooses. One who cancels can choose again. */
  async share(): Promise<void> {
    if (!this.file) return;
    const isShared = await navigator.share({ files: [this.file] }).then(
      () => true,
      () => false
    );
    if (isShared) this.#handedOver();
  }

  /** Saves the file where downloads go. */
  save(): void {
    if (!this.file) return;
    download(this.file.name, this.file.type, this.file);
    this.#handedOver();
  }
}
