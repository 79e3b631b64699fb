import { Component, computed, input } from '@angular/core';

/** An e-mail address that breaks, where it must, before its `@`; copied it is one word. */
@Component({
  selector: 'cd-address',
  template: `{{ parts()[0] }}<wbr />{{ parts()[1] }}`,
})
export class Address {
  readonly of = input.required<string>();
  protected readonly parts = computed(() => {
    const at = this.of().lastIndexOf('@');
    return at < 0 ? [this.of(), ''] : [this.of().slice(0, at), this.of().slice(at)];
  });
}
