/**
 * The stored settings in a component, and the way to change them.
 * What is shown changes when the storage says so, so that a page never claims what the call does not get.
 */
import { useEffect, useState } from 'preact/hooks';
import { onSettingsChanged, type Settings, type SettingsChange, setSettings } from '../shared/settings.ts';

export interface UsedSettings {
  readonly settings: Settings;
  /** The browser's reason why the last change could not be stored; null when it was. */
  readonly failure: string | null;
  change(wanted: (now: Settings) => SettingsChange): Promise<void>;
}

export function useSettings(first: Settings): UsedSettings {
  const [settings, setShown] = useState(first);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const closing = new AbortController();
    onSettingsChanged(setShown, closing.signal);
    return () => closing.abort();
  }, []);

  return {
    settings,
    failure,
    change: (wanted) =>
      setSettings(wanted).then(
        () => setFailure(null),
        (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
      ),
  };
}
