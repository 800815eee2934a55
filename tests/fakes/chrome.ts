/**
 * The few parts of `chrome` that unit tests need, in memory: storage with its change events, messages, English texts.
 * Values are cloned on their way as the browser does; nothing here is a model of the browser beyond that.
 */
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

type Listener = (...args: never[]) => unknown;

/** One browser event. `emit` returns what the listeners returned. */
export class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  emit(...args: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => listener(...(args as never[])));
  }
}

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

export interface FakeChrome {
  /** What lies in storage.local. */
  readonly stored: Map<string, unknown>;
  readonly onMessage: FakeEvent;
  /** When set, every access to storage rejects with it. */
  storageError: Error | null;
}

/** Installs a new fake as globalThis.chrome. A call of runtime.sendMessage reaches its own listeners, sent by `sender`. */
export function installChromeFake(sender: chrome.runtime.MessageSender = {}): FakeChrome {
  const onChanged = new FakeEvent();
  const fake: FakeChrome = { stored: new Map(), onMessage: new FakeEvent(), storageError: null };

  const local = {
    async get(key: string) {
      if (fake.storageError !== null) throw fake.storageError;
      return fake.stored.has(key) ? { [key]: structuredClone(fake.stored.get(key)) } : {};
    },
    async set(items: Record<string, unknown>) {
      if (fake.storageError !== null) throw fake.storageError;
      for (const [key, newValue] of Object.entries(items)) {
        const oldValue = fake.stored.get(key);
        fake.stored.set(key, structuredClone(newValue));
        onChanged.emit({ [key]: { oldValue, newValue: structuredClone(newValue) } }, 'local');
      }
    },
  };

  const runtime = {
    id: 'our-extension',
    getURL: (path: string) => `chrome-extension://our-extension/${path}`,
    onMessage: fake.onMessage,
    sendMessage: (message: unknown) =>
      new Promise((resolve) => {
        const from = { id: 'our-extension', ...sender };
        const taken = fake.onMessage.emit(structuredClone(message), from, resolve);
        if (!taken.includes(true)) resolve(undefined);
      }),
  };

  const i18n = {
    getMessage(name: string, substitutions: readonly string[] = []): string {
      const entry = (messages as Record<string, Message>)[name];
      if (entry === undefined) return '';
      return entry.message.replace(/\$(\w+)\$/g, (_, placeholder: string) => {
        const content = entry.placeholders?.[placeholder.toLowerCase()]?.content ?? '';
        return substitutions[Number(content.slice(1)) - 1] ?? '';
      });
    },
  };

  Object.assign(globalThis, { chrome: { storage: { local, onChanged }, runtime, i18n } });
  return fake;
}
