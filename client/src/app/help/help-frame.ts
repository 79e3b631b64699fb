import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
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
  protected readonly t = inject(Words).t;

  /** A plain fragment link would leave by way of `<base href>`. */
  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
