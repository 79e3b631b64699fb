import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Words } from '../core/words';

/** The retailer's colour, as the chat takes it: see `.customer-page` in theme.scss. */
const BRAND = '7d3c1f';

/** How to reach a person: the chat of the widget, in its own frame, loaded when asked for. */
@Component({
  selector: 'cd-help-contact',
  imports: [MatButton, MatIcon, RouterLink],
  templateUrl: './contact.html',
  styleUrl: './contact.scss',
})
export default class Contact {
  private readonly words = inject(Words);
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly t = this.words.t;
  protected readonly open = signal(false);
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');

  /** A fixed page of the desk; only two known words vary. */
  protected readonly address = computed(() => {
    const dark = getComputedStyle(document.documentElement).colorScheme;
    const scheme = dark === 'dark' || (dark !== 'light' && prefersDark()) ? 'dark' : 'light';
    return this.sanitizer.bypassSecurityTrustResourceUrl(
      `/widget/chat.html#l=${this.words.language()}&s=${scheme}&c=${BRAND}`,
    );
  });

  protected show(): void {
    this.open.set(true);
  }
  protected focusChat(): void {
    this.frame()?.nativeElement.focus();
  }
}

const prefersDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;
