/**
 * What the user has chosen to wear on this document's site: read when a camera opens, and again at each change of the
 * settings while one is open. Owns that the newest reading holds, also when an older one is ready later.
 */
import type { Wearing } from '../../shared/pipeline-protocol.ts';

export interface NewestChoiceOptions {
  readonly readChoice: () => Promise<Wearing | null>;
  readonly onSettingsChanged: (listener: () => void, signal: AbortSignal) => void;
  /** The settings have changed, and this choice is the newest. */
  readonly onChoice: () => void;
}

export class NewestChoice {
  readonly #options: NewestChoiceOptions;
  #wearing: Wearing | null = null;
  /** Readings by number: the last that was begun, and the newest that has ended. */
  #begun = 0;
  #ended = 0;
  #listening = new AbortController();

  constructor(options: NewestChoiceOptions) {
    this.#options = options;
  }

  /** A pipeline takes a while to start, and then it is told this and not what was chosen before. Null: nothing. */
  get wearing(): Wearing | null {
    return this.#wearing;
  }

  async read(): Promise<Wearing | null> {
    this.#begun += 1;
    const number = this.#begun;
    const wearing = await this.#options.readChoice();
    if (number > this.#ended) {
      this.#ended = number;
      this.#wearing = wearing;
    }
    return this.#wearing;
  }

  listen(): void {
    const { onSettingsChanged, onChoice } = this.#options;
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    onSettingsChanged(async () => {
      await this.read();
      if (!signal.aborted) onChoice();
    }, signal);
  }

  stopListening(): void {
    this.#listening.abort();
  }
}
