import { Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { Topic } from '@candour/shared/words.js';
import { Words } from '../core/words';

/** The retailer's colour, as the chat takes it: see `.customer-page` in theme.scss. */
const BRAND = '7d3c1f';

/** The chat of the widget, in its own frame, with the topic that was picked on the way. */
@Component({
  selector: 'cd-help-chat',
  template: ` <iframe #frame [src]="address()" [title]="t('help.chat')" (load)="begin()"></iframe> `,
  styles: `
    iframe {
      display: block;
      width: min(420px, 100%);
      height: min(640px, 80dvh);
      margin-top: 12px;
      border: var(--edge);
      border-radius: 16px;
    }
  `,
})
export class HelpChat {
  readonly topic = input.required<Topic>();
  private readonly words = inject(Words);
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly t = this.words.t;
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');

  /** A fixed page of the desk; only known words vary. Its own origin may tell it the topic. */
  protected readonly address = computed(() => {
    const dark = getComputedStyle(document.documentElement).colorScheme;
    const scheme = dark === 'dark' || (dark !== 'light' && prefersDark()) ? 'dark' : 'light';
    const opening = { l: this.words.language(), s: scheme, c: BRAND, t: this.topic() };
    return this.sanitizer.bypassSecurityTrustResourceUrl(`/widget/chat.html#${new URLSearchParams(opening)}`);
  });

  protected begin(): void {
    this.frame().nativeElement.focus();
  }
}

const prefersDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;
