import { useEffect, useState } from 'preact/hooks';
import { type Settings, settingsItem } from '../../core/store/settings-item.ts';
import { useAttempt } from '../shared/use-attempt.ts';

/** The names of the settings with values of one type. */
export type SettingOf<Value> = {
  [Name in keyof Settings]: Settings[Name] extends Value ? Name : never;
}[keyof Settings];

/** The settings, and what is said where they cannot be read. */
export interface SettingsNow {
  /** Undefined until they are read. */
  readonly settings: Settings | undefined;
  readonly failure: string | undefined;
}

/** Follows the settings, wherever they are changed. */
export function useSettings(): SettingsNow {
  const [settings, setSettings] = useState<Settings>();
  const { failure, attempt } = useAttempt();
  useEffect(() => {
    void attempt(async () => setSettings(await settingsItem.get()));
    return settingsItem.watch(setSettings);
  }, [attempt]);
  return { settings, failure };
}

/** Changes some of the settings and leaves the others. */
export async function changeSettings(changed: Partial<Settings>): Promise<void> {
  await settingsItem.set({ ...(await settingsItem.get()), ...changed });
}
