import { Decoder, type Packet } from 'socket.io-parser';

/**
 * Socket.IO's own wire format for packets that hold no bytes, which is all that the desk sends: the library's encoder
 * walks through every packet to look for some.
 */
class PlainEncoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const space = nsp && nsp !== '/' ? `${nsp},` : '';
    return [`${type}${space}${id ?? ''}${data == null ? '' : JSON.stringify(data)}`];
  }
}

/** Given to Socket.IO as its `parser`. */
export const plainParser = { Encoder: PlainEncoder, Decoder };
