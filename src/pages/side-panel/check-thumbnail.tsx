import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';

interface CheckThumbnailProps {
  readonly checkId: string;
  /** There may be one. */
  readonly isThere: boolean;
}

/** The small picture of a check, which is asked for when it is drawn; an empty frame where there is none. */
export function CheckThumbnail({ checkId, isThere }: CheckThumbnailProps): JSX.Element {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!isThere) return undefined;
    let made: string | undefined;
    let isLeft = false;
    sendToBackground('getThumbnail', { checkId }).then((picture) => {
      if (isLeft) return;
      made = picture && URL.createObjectURL(picture);
      setAddress(made);
    }, logFault);
    return () => {
      isLeft = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [checkId, isThere]);
  return address === undefined ? <span class="no-picture" /> : <img src={address} alt="" />;
}
