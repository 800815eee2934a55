/** The keys of our commands, in a component. */
import { useEffect, useState } from 'preact/hooks';
import { readShortcuts, type Shortcut } from './shortcuts.ts';

export function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    void readShortcuts().then(setShortcuts);
  }, []);
  return shortcuts;
}
