/** Files wait to be removed. */
export class FilesDropped {}
