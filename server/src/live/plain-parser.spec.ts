import * as fc from 'fast-check';
import { Encoder, PacketType } from 'socket.io-parser';
import { plainParser } from './plain-parser.js';

describe('plain parser', () => {
  const types = [PacketType.CONNECT, PacketType.DISCONNECT, PacketType.EVENT, PacketType.ACK, PacketType.CONNECT_ERROR];

  it("writes what the library's encoder writes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.constantFrom('/', '/desk', '/chat', ''),
        fc.option(fc.nat(), { nil: undefined }),
        fc.option(fc.array(fc.jsonValue()), { nil: undefined }),
        (type, nsp, id, data) => {
          const packet = { type, nsp, data, ...(id === undefined ? {} : { id }) };
          expect(new plainParser.Encoder().encode(packet)).toEqual(new Encoder().encode(packet));
        },
      ),
    );
  });
});
