import { expect, it } from 'vitest';
import { filePlace } from '../../../../src/background/read/file-place.ts';
import type { FileRoom } from '../../../../src/core/media/page-media.ts';

const ROOM: FileRoom = { left: 10, top: 20, width: 200, height: 100, fit: 'fill', position: '50% 50%', scale: 1 };
const FILE = { width: 400, height: 400 };

it.each<[string, Partial<FileRoom>, readonly [number, number, number, number] | undefined]>([
  ['fills its room', {}, [10, 20, 200, 100]],
  ['covers it', { fit: 'cover' }, [10, -30, 200, 200]],
  ['covers it, from the top', { fit: 'cover', position: '0% 0%' }, [10, 20, 200, 200]],
  ['is contained in it', { fit: 'contain' }, [60, 20, 100, 100]],
  ['is as large as it is', { fit: 'none', position: '0px 0px' }, [10, 20, 400, 400]],
  ['is a background of its own size', { fit: 'auto', position: '0% 0%' }, [10, 20, 400, 400]],
  ['is made smaller alone', { fit: 'scale-down' }, [60, 20, 100, 100]],
  ['has a width', { fit: '100px', position: '5px 0%' }, [15, 20, 100, 100]],
  ['has a height', { fit: 'auto 50%', position: '100% 0%' }, [160, 20, 50, 50]],
  ['has both', { fit: '100px 50px', position: '0px 0px' }, [10, 20, 100, 50]],
  ['is scaled by the page', { fit: 'none', position: '0px 0px', scale: 0.5 }, [10, 20, 200, 200]],
  ['has another density', { fit: 'none', position: '0px 0px', own: { width: 40, height: 40 } }, [10, 20, 40, 40]],
  ['lies where it has to be calculated', { position: 'calc(100% - 5px) 0%' }, undefined],
  ['is not there', { fit: 'contain', own: { width: 0, height: 0 } }, undefined],
])('a file that %s', (_name, room, place) => {
  const [left, top, width, height] = place ?? [];
  expect(filePlace({ ...ROOM, ...room }, FILE)).toEqual(place && { left, top, width, height });
});
