import { Component, inject } from '@angular/core';
import { Words } from '../core/words';

@Component({
  selector: 'cd-help-home',
  template: `<main class="page narrow">
    <h1>{{ t('help.title') }}</h1>
    <p>{{ t('help.intro') }}</p>
  </main>`,
})
export default class HelpHome {
  protected readonly t = inject(Words).t;
}
