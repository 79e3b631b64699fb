import type { PipeTransform } from '@angular/core';
import { Pipe, inject } from '@angular/core';
import type { Money } from '@candour/shared/money.js';
import { formatMoney } from '@candour/shared/money.js';
import { Words } from '../core/words';

/** Money as the person's language writes it. Impure for the language alone; formatting is cheap. */
@Pipe({ name: 'money', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly words = inject(Words);
  transform(money: Money): string {
    return formatMoney(money, this.words.locale());
  }
}
