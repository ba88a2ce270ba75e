import type { ComponentChild, ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { logFault } from '../../core/log.ts';

/** A component whose script is loaded when it is first drawn; until then, `meanwhile` is seen in its place. */
export function loadedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ComponentChild = null,
): FunctionComponent<Props> {
  return (props) => {
    const [Loaded, setLoaded] = useState<ComponentType<Props>>();
    useLayoutEffect(() => void load().then((component) => setLoaded(() => component), logFault), []);
    return Loaded ? <Loaded {...props} /> : meanwhile;
  };
}
