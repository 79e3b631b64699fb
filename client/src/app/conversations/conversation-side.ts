import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { CustomerPanel } from '../customers/customer-panel';
import { OpenRequestPanel } from '../requests/open-request-panel';
import { RequestOfferPanel } from '../requests/request-offer-panel';
import { CallbackPanel } from '../routing/callback-panel';
import { ExpertPanel } from '../routing/expert-panel';
import { SurveyPanel } from '../surveys/survey-panel';
import { VisitPanel } from '../visits/visit-panel';
import { ConversationStore } from './conversation.store';
import { KeptCard } from './ticket/kept-card';
import { TicketCard } from './ticket/ticket-card';

/** Beside the conversation: the ticket, its customer and their orders, and why all of it is here. */
@Component({
  selector: 'cd-conversation-side',
  imports: [
    CallbackPanel,
    CustomerPanel,
    ExpertPanel,
    KeptCard,
    MatIcon,
    MatIconButton,
    OpenRequestPanel,
    RequestOfferPanel,
    SurveyPanel,
    TicketCard,
    VisitPanel,
  ],
  template: `
    <div class="head">
      <h2>{{ t('conversation.details') }}</h2>
      <button mat-icon-button type="button" [attr.aria-label]="t('do.close')" (click)="shut.emit()">
        <mat-icon svgIcon="close" />
      </button>
    </div>
    <cd-request-offer-panel />
    <cd-open-request-panel [conversationId]="id()" [entries]="store.log().entries" />
    <cd-ticket-card />
    <cd-customer-panel
      [conversationId]="id()"
      [canVerify]="store.mine()"
      [level]="store.conversation()?.customer?.level"
    />
    @if (store.mine()) {
      @if (store.conversation()?.answerBy === 'callback') {
        <cd-callback-panel [conversationId]="id()" />
      }
      <cd-expert-panel [conversationId]="id()" />
      @if (store.conversation()?.orderId && mayPlan) {
        <cd-visit-panel [conversationId]="id()" />
      }
    }
    <cd-survey-panel [conversationId]="id()" [rated]="rated()" />
    <cd-kept-card [seq]="asked()" />
  `,
  styles: `
    .head {
      display: none;
    }
    @media (max-width: 1199px) {
      .head {
        display: flex;
        position: sticky;
        z-index: 1;
        top: 0;
        align-items: center;
        justify-content: space-between;
        padding: 8px 8px 8px 16px;
        background: var(--mat-sys-surface-container-low);
      }
    }
  `,
})
export class ConversationSide {
  readonly id = input.required<string>();
  /** The message whose "Why is this here?" is shown. */
  readonly asked = input<number>();
  readonly shut = output();
  protected readonly t = inject(Words).t;
  protected readonly mayPlan = inject(Session).can('visit.plan');
  protected readonly store = inject(ConversationStore);
  private readonly ticket = viewChild(TicketCard);
  /** Each rating is a fact on the time line. */
  protected readonly rated = computed(
    () => this.store.log().entries.filter(({ fact }) => fact?.code === 'rated').length,
  );

  toTicket(): void {
    this.ticket()?.focus();
  }
}
