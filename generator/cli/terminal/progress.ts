// One line on a terminal that says how far a long run is; elsewhere, and for a short run, nothing.

const silentMilliseconds = 500;
const betweenMilliseconds = 80;
const wipe = '\r\u001b[2K';

export class Progress {
  readonly #stream: NodeJS.WriteStream;
  #next = performance.now() + silentMilliseconds;
  #isShown = false;
  #done = 0;
  total = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    if (!stream.isTTY) this.#next = Number.POSITIVE_INFINITY;
  }

  /** One more of `total` is through; `what` is the last of them. */
  step(what: string): void {
    this.#done += 1;
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + betweenMilliseconds;
    this.#isShown = true;
    const line = `${this.#done} of ${this.total}  ${what}`;
    this.#stream.write(wipe + line.slice(0, Math.max(0, this.#stream.columns - 1)));
  }

  /** Before anything else is written, however the run ended. */
  clear(): void {
    if (this.#isShown) this.#stream.write(wipe);
    this.#isShown = false;
  }
}
