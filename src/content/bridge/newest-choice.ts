/**
 * What the user has chosen to wear on this document's site: read when a camera opens, and again at each change of the
 * settings while one is open. Owns that the newest reading holds, also when an older one is ready later.
 */
import type { Choice } from '../../shared/settings.ts';

export interface NewestChoiceOptions {
  readonly readChoice: () => Promise<Choice>;
  readonly onSettingsChanged: (listener: () => void, signal: AbortSignal) => void;
  /** The settings have changed, and this choice is the newest. */
  readonly onChoice: () => void;
}

export class NewestChoice {
  readonly #options: NewestChoiceOptions;
  #choice: Choice | null = null;
  /** Readings by number: the last that was begun, and the newest that has ended. */
  #begun = 0;
  #ended = 0;
  #listening = new AbortController();

  constructor(options: NewestChoiceOptions) {
    this.#options = options;
  }

  /** Null before the first reading. */
  get newest(): Choice | null {
    return this.#choice;
  }

  async read(): Promise<Choice> {
    this.#begun += 1;
    const number = this.#begun;
    const choice = await this.#options.readChoice();
    if (number > this.#ended) {
      this.#ended = number;
      this.#choice = choice;
    }
    return this.#choice ?? choice;
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
