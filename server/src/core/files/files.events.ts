/** Files wait to be removed. */
export class FilesDropped {
  constructor(readonly count: number) {}
}
