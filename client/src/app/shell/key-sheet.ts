import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Deeds } from '../core/deeds';
import { Words } from '../core/words';

const named: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' };

/** The keys that work here. */
@Component({
  selector: 'cd-key-sheet',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ t('sheet.title') }}</h2>
    <mat-dialog-content>
      <label class="letters">
        <input #on type="checkbox" [checked]="deeds.letters()" (change)="deeds.turnLetters(on.checked)" />
        {{ t('sheet.letters') }}
      </label>
      @for (group of groups(); track group.name) {
        <h3 class="small-type quiet">{{ words.of('deedGroup', group.name) }}</h3>
        <dl>
          @for (deed of group.deeds; track deed.id) {
            <dt>
              <kbd>{{ shown(deed.key!) }}</kbd>
            </dt>
            <dd>{{ t(deed.word) }}</dd>
          }
        </dl>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close>{{ t('do.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .letters {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
      margin-bottom: 16px;
    }
    dl {
      display: grid;
      grid-template-columns: 72px 1fr;
      gap: 6px 12px;
      margin: 8px 0 20px;
    }
    dd {
      margin: 0;
    }
    kbd {
      display: inline-block;
      min-width: 24px;
      padding: 0 6px;
      border: var(--edge);
      border-bottom-width: 2px;
      border-radius: 6px;
      font: inherit;
      text-align: center;
    }
  `,
})
export class KeySheet {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly deeds = inject(Deeds);
  protected readonly groups = computed(() => {
    const withKeys = [
      ...this.deeds.withKeys(),
      { id: 'palette', word: 'palette.title', group: 'desk', key: 'Ctrl K', run: () => undefined } as const,
    ];
    return (['inbox', 'conversation', 'go', 'desk'] as const)
      .map((name) => ({ name, deeds: withKeys.filter((deed) => deed.group === name) }))
      .filter((group) => group.deeds.length > 0);
  });

  protected shown(key: string): string {
    return named[key] ?? key;
  }
}
