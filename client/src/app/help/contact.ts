import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { ArticleCard } from '@candour/shared/articles.js';
import { HelpDesk } from '@candour/shared/contact.js';
import { pageOf } from '@candour/shared/paging.js';
import { topics } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { HelpChat } from './help-chat';

/** Articles that are offered before somebody asks. */
const OFFERED = 4;

/** How to reach a person: what is it about, is it answered already, and only then the chat or a message. */
@Component({
  selector: 'cd-help-contact',
  imports: [HelpChat, MatButton, MatIcon, RouterLink],
  templateUrl: './contact.html',
  styleUrl: './contact.scss',
})
export default class Contact {
  /** From the address, so that a link leads to it and the way back to the choice. */
  readonly topic = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly topics = topics;
  protected readonly chosen = computed(() => topics.find((topic) => topic === this.topic()));
  protected readonly chatting = signal(false);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly articles = httpResource(
    () => {
      const topic = this.chosen();
      const language = this.words.language();
      return topic && { url: '/api/help/articles', params: { language, topic, limit: OFFERED } };
    },
    { parse: as(pageOf(ArticleCard)) },
  );
  protected readonly offered = computed(() => (this.articles.hasValue() ? this.articles.value().rows : []));
  private readonly asked = httpResource(
    () => (this.chosen() ? { url: '/api/help/desk', params: { language: this.words.language() } } : undefined),
    { parse: as(HelpDesk) },
  );
  /** Where nobody can say, the message is offered, which needs nobody. */
  protected readonly desk = computed(() => (this.asked.hasValue() ? this.asked.value() : undefined));

  constructor() {
    effect(() => {
      const heading = this.heading()?.nativeElement;
      if (!this.chosen() || !heading) return;
      // What was chosen is read out next; a page that opens with a choice leaves the focus where it is.
      untracked(() => document.activeElement?.closest('nav.topics') && heading.focus());
    });
    effect(() => {
      this.topic();
      this.chatting.set(false);
    });
  }
}
