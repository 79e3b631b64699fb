import { Directive, input, output, signal } from '@angular/core';

/** Files that are dragged onto an element or pasted into it. */
@Directive({
  selector: '[cdDropFiles]',
  host: {
    '[class.dropping]': 'over()',
    '(dragenter)': 'drag($event)',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'leave($event)',
    '(drop)': 'drop($event)',
    '(paste)': 'paste($event)',
  },
})
export class DropFiles {
  /** Whether it takes any now. */
  readonly takes = input.required<boolean>({ alias: 'cdDropFiles' });
  readonly files = output<readonly File[]>();
  protected readonly over = signal(false);

  protected drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Also where it takes none: the browser would leave the page to show the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = this.takes() ? 'copy' : 'none';
    this.over.set(this.takes());
  }

  protected leave({ currentTarget, relatedTarget }: DragEvent): void {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) this.over.set(false);
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.tell(event.dataTransfer.files);
  }

  protected paste(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    // Words copied from an office program come with a picture of themselves.
    if (!files?.length || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    this.tell(files);
  }

  private tell(files: FileList): void {
    if (this.takes() && files.length > 0) this.files.emit([...files]);
  }
}
