import { box } from './files-with-metadata.ts';

type Bytes = Buffer<ArrayBuffer>;

/** Where an AVIF has its items: in `mdat`, each as one piece or in two; or in `idat`, within the box that names them. */
export type ItemPlaces = 'mdat' | 'pieces' | 'idat';

/** The head of an AVIF, with an item of Exif and one of XMP. */
export function avifOf(exif: Bytes, packet: string, places: ItemPlaces = 'mdat'): Bytes {
  const ftyp = box('ftyp', Buffer.from('avif\0\0\0\0avifmif1'));
  const infe = (id: number, kind: string) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, id, 0, 0]), Buffer.from(kind, 'latin1'));
  const iinf = box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), infe(1, 'Exif\0'), infe(2, 'mime\0application/rdf+xml\0'));
  const [exifItem, xmpItem] = [Buffer.concat([Buffer.alloc(4), exif]), Buffer.from(packet)];
  const iloc = (start: number) => {
    const place = (id: number, offset: number, length: number) => {
      const pieces =
        places === 'pieces'
          ? [[offset, 10] as const, [offset + 10, length - 10] as const]
          : [[offset, length] as const];
      const entry = Buffer.alloc(8 + 8 * pieces.length);
      entry.writeUInt16BE(id);
      entry.writeUInt16BE(places === 'idat' ? 1 : 0, 2);
      entry.writeUInt16BE(pieces.length, 6);
      for (const [index, [at, bytes]] of pieces.entries()) {
        entry.writeUInt32BE(at, 8 + 8 * index);
        entry.writeUInt32BE(bytes, 12 + 8 * index);
      }
      return entry;
    };
    const items = [place(1, start, exifItem.length), place(2, start + exifItem.length, xmpItem.length)];
    return box('iloc', Buffer.from([1, 0, 0, 0, 0x44, 0, 0, 2]), ...items);
  };
  if (places === 'idat')
    return Buffer.concat([ftyp, box('meta', Buffer.alloc(4), iinf, iloc(0), box('idat', exifItem, xmpItem))]);
  const meta = (start: number) => box('meta', Buffer.alloc(4), iinf, iloc(start));
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box('mdat', exifItem, xmpItem)]);
}
