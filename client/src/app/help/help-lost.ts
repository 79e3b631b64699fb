import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../core/words';

@Component({
  selector: 'cd-help-lost',
  imports: [RouterLink],
  template: `
    <h1>{{ t('title.lost') }}</h1>
    <p>
      <a routerLink="/help">{{ t('help.contact') }}</a>
    </p>
  `,
})
export default class HelpLost {
  protected readonly t = inject(Words).t;
}
