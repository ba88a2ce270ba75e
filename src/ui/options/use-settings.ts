import { useEffect, useState } from 'preact/hooks';
import { type Settings, settingsItem } from '../../storage/settings-item.ts';

/** Follows the settings, wherever they are changed; undefined until they are read. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    void settingsItem.get().then(setSettings);
    return settingsItem.watch(setSettings);
  }, []);
  return settings;
}
