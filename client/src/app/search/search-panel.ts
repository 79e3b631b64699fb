import { Component, DestroyRef, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatIconButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SEARCH_MAX } from '@candour/shared/search.js';
import { Deeds } from '../core/deeds';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** The field of the top bar that searches the whole history, from every page; on a phone a button that leads there. */
@Component({
  selector: 'cd-search-panel',
  imports: [MatIcon, MatIconButton, RouterLink],
  template: `
    @if (may) {
      <form role="search" [attr.aria-label]="t('search.history')" (submit)="search($event)">
        <mat-icon class="small" svgIcon="search" aria-hidden="true" />
        <input
          #field
          type="search"
          autocomplete="off"
          [maxLength]="max"
          [attr.aria-label]="t('search.history')"
          [placeholder]="t('search.history')"
          [value]="text()"
          (input)="text.set(field.value)"
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
      <a mat-icon-button routerLink="/search" [attr.aria-label]="t('search.history')">
        <mat-icon svgIcon="search" />
      </a>
    }
  `,
  styleUrl: './search-panel.scss',
})
export class SearchPanel {
  protected readonly t = inject(Words).t;
  protected readonly max = SEARCH_MAX;
  protected readonly may = inject(Session).can('conversation.list');
  protected readonly text = signal('');
  private readonly router = inject(Router);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');

  constructor() {
    const withdraw = inject(Deeds).offer([
      {
        id: 'find',
        word: 'deed.find',
        group: 'desk',
        icon: 'search',
        key: '/',
        possible: () => this.may,
        run: () => this.begin(),
      },
    ]);
    inject(DestroyRef).onDestroy(withdraw);
  }

  protected search(event: Event): void {
    event.preventDefault();
    const q = this.text().trim();
    if (q === '') return;
    void this.router.navigate(['/search'], { queryParams: { q } }).then(() => {
      this.text.set('');
      this.field()?.nativeElement.blur();
    });
  }

  /** Where the field is not shown, the page has one. */
  private begin(): void {
    const field = this.field()?.nativeElement;
    if (field?.checkVisibility()) field.focus();
    else void this.router.navigate(['/search']);
  }
}
