import { Component, inject, input, model } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Labels } from '@candour/shared/fields.js';
import type { Language } from '@candour/shared/words.js';
import { languages } from '@candour/shared/words.js';
import { Words } from '../core/words';

/** One name in the four languages of the desk's staff. */
@Component({
  selector: 'cd-label-fields',
  imports: [MatFormField, MatInput, MatLabel],
  template: `
    @for (language of languages; track language) {
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ words.of('language', language) }}</mat-label>
        <input
          #field
          matInput
          autocomplete="off"
          maxlength="60"
          [lang]="language"
          [value]="labels()[language]"
          [attr.aria-label]="name() + ': ' + words.of('language', language)"
          (input)="set(language, field.value)"
        />
      </mat-form-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 12px 8px;
    }
    mat-form-field {
      min-width: 0;
    }
  `,
})
export class LabelFields {
  readonly labels = model.required<Labels>();
  /** Read aloud: what it names. */
  readonly name = input.required<string>();
  protected readonly words = inject(Words);
  protected readonly languages = languages;

  protected set(language: Language, label: string): void {
    this.labels.set({ ...this.labels(), [language]: label });
  }
}
