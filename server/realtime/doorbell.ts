import "server-only";

/** Lets one reader sleep until somebody rings; a ring while nobody sleeps is remembered. */
export class Doorbell {
  private isRung = false;
  private wake: (() => void) | undefined;

  /** An arrow, so that it can be handed over as a listener. */
  readonly ring = (): void => {
    this.isRung = true;
    this.wake?.();
  };

  async wait(): Promise<void> {
    if (!this.isRung) await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = undefined;
    this.isRung = false;
  }
}
