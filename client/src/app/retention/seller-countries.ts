import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { currencies, type Currency } from '@candour/shared/money.js';
import { Sellers, type SellingEntity } from '@candour/shared/policy.js';
import { Api, as } from '../core/api';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** Which country sells in which currency: the books' periods follow it. */
@Component({
  selector: 'cd-seller-countries',
  imports: [MatFormField, MatIcon, MatLabel, MatOption, MatSelect, TroubleNote],
  templateUrl: './seller-countries.html',
  styleUrl: './seller-countries.scss',
})
export class SellerCountries {
  readonly changed = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  protected readonly maySet = inject(Session).can('policy.sellers');
  protected readonly sellers = httpResource(() => '/api/sellers', { parse: as(Sellers) });
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly currencies = currencies;

  private readonly list = computed(() =>
    this.sellers.hasValue() ? this.sellers.value() : { sellers: [], unset: [], countries: [] },
  );
  protected readonly unset = computed(() =>
    new Intl.ListFormat(this.words.locale(), { type: 'conjunction' }).format(this.list().unset),
  );
  protected readonly countries = computed(() => {
    const names = new Intl.DisplayNames(this.words.locale(), { type: 'region' });
    const { sellers, countries } = this.list();
    return [...new Set([...countries, ...sellers.map(({ country }) => country)])]
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name, this.words.locale()));
  });

  protected countryOf(currency: Currency): string {
    return this.list().sellers.find((seller) => seller.currencies.includes(currency))?.country ?? '';
  }

  protected nameOf(currency: Currency): string {
    const name = new Intl.DisplayNames(this.words.locale(), { type: 'currency' }).of(currency);
    return `${name} (${currency})`;
  }

  protected async set(currency: Currency, country: string): Promise<void> {
    const chosen = new Map(currencies.map((one) => [one, one === currency ? country : this.countryOf(one)]));
    this.saving.set(true);
    this.saved.set(false);
    this.trouble.set(undefined);
    try {
      await this.api.send('PUT', '/api/sellers', Sellers, { sellers: grouped(chosen) });
      this.saved.set(true);
      this.changed.emit();
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
      this.sellers.reload();
    }
  }
}

function grouped(chosen: ReadonlyMap<Currency, string>): SellingEntity[] {
  const sellers = new Map<string, Currency[]>();
  for (const [currency, country] of chosen) {
    if (country) sellers.set(country, [...(sellers.get(country) ?? []), currency]);
  }
  return [...sellers].map(([country, theirs]) => ({ country, currencies: theirs }));
}
