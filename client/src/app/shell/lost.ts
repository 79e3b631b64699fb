import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';

@Component({
  selector: 'cd-lost',
  imports: [Empty, RouterLink],
  template: `
    <cd-empty icon="search" [title]="t('lost.title')">
      <a routerLink="/">{{ t('lost.home') }}</a>
    </cd-empty>
  `,
})
export default class Lost {
  protected readonly t = inject(Words).t;
}
