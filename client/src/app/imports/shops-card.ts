import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { Connectors } from '@candour/shared/connectors.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

/** Which shops are connected and how, how far each was read, what it was asked for. */
@Component({
  selector: 'cd-shops-card',
  imports: [TroubleNote, When],
  template: `
    @if (shops.hasValue()) {
      @if (shops.value().connectors.length > 0) {
        <h2>{{ t('shops.title') }}</h2>
      }
      @for (shop of shops.value().connectors; track shop.source) {
        <article class="card">
          <div class="row wrap">
            <strong>{{ words.of('orderSource', shop.source) }}</strong>
            @if (shop.hears) {
              <span class="mark done">{{ t('shops.hears') }}</span>
            }
            @if (shop.reads) {
              <span class="mark done">{{ t('shops.reads') }}</span>
            }
            @if (shop.changes) {
              <span class="mark done">{{ t('shops.changes') }}</span>
            }
            @if (shop.waiting > 0) {
              <span class="mark waiting">{{ t('shops.waiting', { n: shop.waiting }) }}</span>
            }
            @if (shop.failed > 0) {
              <span class="mark breached">{{ t('shops.failed', { n: shop.failed }) }}</span>
            }
            @if (shop.byHand > 0) {
              <span class="mark waiting">{{ t('shops.byHand', { n: shop.byHand }) }}</span>
            }
          </div>
          @if (shop.polledAt; as at) {
            <p class="quiet small-type">{{ t('shops.polled') }} <cd-when [at]="at" /></p>
          }
          @if (shop.fault; as code) {
            <p class="small-type">
              {{ t('shops.fault', { code }) }}
              @if (shop.faultAt; as at) {
                (<cd-when [at]="at" />)
              }
            </p>
          }
        </article>
      }
    } @else if (shops.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="shops.reload()" />
    }
  `,
  styles: `
    p {
      margin: 4px 0 0;
    }
    .row {
      gap: 4px 10px;
    }
  `,
})
export class ShopsCard {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly shops = httpResource(() => '/api/connectors', { parse: as(Connectors) });
}
