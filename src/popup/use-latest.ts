/**
 * Stores what is dragged or typed as fast as storing goes: while one value is under way only the newest waits.
 */
import { useRef } from 'preact/hooks';

export interface Latest<Value> {
  store(value: Value): void;
  /** Whether something is under way, so that what is stored is older than what is shown. */
  storing(): boolean;
}

export function useLatest<Value>(onStore: (value: Value) => Promise<void>): Latest<Value> {
  const storeNow = useRef(onStore);
  storeNow.current = onStore;
  const latest = useRef<Latest<Value> | null>(null);
  latest.current ??= createLatest((value) => storeNow.current(value));
  return latest.current;
}

export function createLatest<Value>(onStore: (value: Value) => Promise<void>): Latest<Value> {
  let waiting: { readonly value: Value } | null = null;
  let isStoring = false;

  const run = async (): Promise<void> => {
    isStoring = true;
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      await onStore(value);
    }
    isStoring = false;
  };

  return {
    store(value) {
      waiting = { value };
      if (!isStoring) void run();
    },
    storing: () => isStoring,
  };
}
