/**
 * Where files lie, whatever that is: a folder of this machine, an object store. It is given ciphertext alone, and
 * names that are ids.
 */
export abstract class FileStore {
  /** The file is there whole, and survives power loss, or it is not there at all. */
  abstract write(id: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Its length in bytes; undefined where there is none. */
  abstract size(id: string): Promise<number | undefined>;
  /** The bytes `[start, end)`, in pieces of any size. */
  abstract read(id: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Afterwards it is gone, with what an interrupted write left, whether it was there or not. */
  abstract remove(id: string): Promise<void>;
  /** The ids of all files, interrupted writes included, in no order. */
  abstract all(): AsyncIterable<string>;
}
