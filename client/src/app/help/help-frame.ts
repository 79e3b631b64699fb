import { Component, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { languages } from '@candour/shared/words.js';
import { Words } from '../core/words';
import { LanguageMenu } from '../ui/language-menu';

/** The customers' pages: the retailer's colour, room to read, and no account. */
@Component({
  selector: 'cd-help-frame',
  imports: [LanguageMenu, RouterLink, RouterLinkActive, RouterOutlet],
  host: { class: 'customer-page' },
  templateUrl: './help-frame.html',
  styleUrl: './help-frame.scss',
})
export default class HelpFrame {
  /** From the address (`?language=fr`): a link of the chat or of a mail brings its own. */
  readonly language = input<string>();
  private readonly words = inject(Words);
  protected readonly t = this.words.t;

  constructor() {
    effect(() => {
      const wished = languages.find((language) => language === this.language());
      if (wished) void this.words.use(wished);
    });
  }

  /** A plain fragment link would leave by way of `<base href>`. */
  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
