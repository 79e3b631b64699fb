import { Component, computed, inject } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Deeds } from '../core/deeds';
import type { IconName } from '../core/icons';
import { Words } from '../core/words';
import { PickList } from '../ui/pick-list';

/** Everything one can do here, found by typing. */
@Component({
  selector: 'cd-palette',
  imports: [PickList],
  template: `
    <cd-pick-list
      [items]="items()"
      [label]="t('palette.title')"
      [placeholder]="t('palette.open')"
      [nothing]="t('palette.nothing')"
      (picked)="run($event)"
    />
  `,
})
export class Palette {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly deeds = inject(Deeds);
  private readonly ref = inject(MatDialogRef<Palette>);
  private readonly offered = computed(() => this.deeds.offered().filter((deed) => !deed.keyOnly));
  protected readonly items = computed(() =>
    this.offered().map(({ id, word, group, icon, key }) => ({
      ...{ id, words: this.t(word), more: this.words.of('deedGroup', group), icon: icon as IconName, key },
    })),
  );

  /** Runs once the dialog has given the focus back, so that the deed may take it. */
  protected run(id: string): void {
    const deed = this.offered().find((one) => one.id === id);
    this.ref.afterClosed().subscribe(() => deed?.run());
    this.ref.close();
  }
}
