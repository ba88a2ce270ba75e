import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { logFault } from '../../core/log.ts';
import type { HistoryList } from './history-list.ts';

interface ResultPictureProps {
  readonly list: HistoryList;
  readonly id: string;
  readonly version: number;
}

/** The small picture of a result; an empty frame where none was kept. The words beside it say all that it says. */
export function ResultPicture({ list, id, version }: ResultPictureProps): JSX.Element {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isLeft = false;
    list.thumbnail(id).then((picture) => {
      if (isLeft) return;
      made = picture && URL.createObjectURL(picture);
      setAddress(made);
    }, logFault);
    return () => {
      isLeft = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [list, id, version]);
  return address === undefined ? <span class="no-picture" /> : <img src={address} alt="" />;
}
