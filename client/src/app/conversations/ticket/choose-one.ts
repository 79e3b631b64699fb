import { Component, computed, inject } from '@angular/core';
import { Words } from '../../core/words';
import { Empty } from '../../ui/empty';
import { WaitingCounts } from '../inbox/waiting-panel';

@Component({
  selector: 'cd-choose-one',
  imports: [Empty],
  template: `
    <cd-empty icon="forum" [title]="t('inbox.choose')">{{ t('inbox.chooseMore') }}</cd-empty>
    @if (resolved(); as n) {
      <p class="quiet small-type">{{ words.count('inbox.day', n) }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: center;
      justify-items: center;
      height: 100%;
    }
  `,
})
export default class ChooseOne {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly counts = inject(WaitingCounts).counts;
  protected readonly resolved = computed(() => this.counts()?.resolvedToday);
}
