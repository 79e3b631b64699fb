import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ProblemWords } from '../../core/problems';
import { Words } from '../../core/words';
import { FileWords } from '../../core/file-words';
import type { Upload } from './uploads';
import { Uploads } from './uploads';

/** The files of the message being written: how far each is, and what can be done about it. */
@Component({
  selector: 'cd-attach-bar',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    @if (uploads().length > 0) {
      <ul [attr.aria-label]="t('files.chosen')">
        @for (one of uploads(); track one.key) {
          <li [class.refused]="one.state === 'refused'">
            @if (one.picture) {
              <img [src]="one.picture" alt="" width="36" height="36" />
            } @else {
              <mat-icon svgIcon="description" aria-hidden="true" />
            }
            <div class="grow">
              <p class="name cut" [title]="one.file.name">{{ one.attachment?.name ?? one.file.name }}</p>
              @switch (one.state) {
                @case ('refused') {
                  <p class="small-type bad" role="alert">
                    {{ one.trouble ? problems.sentence(one.trouble) : t('files.refused') }}
                  </p>
                }
                @case ('there') {
                  <p class="small-type quiet figures">{{ sizes.size(one.attachment?.size ?? one.file.size) }}</p>
                }
                @default {
                  <progress
                    max="1"
                    [value]="one.progress"
                    [attr.aria-label]="t('files.sending', { name: one.file.name })"
                  ></progress>
                }
              }
            </div>
            @if (worthAnother(one)) {
              <button mat-button type="button" (click)="store.again(one.key)">{{ t('do.tryAgain') }}</button>
            }
            <button
              mat-icon-button
              type="button"
              [attr.aria-label]="t('files.remove', { name: one.file.name })"
              [title]="t('files.remove', { name: one.file.name })"
              (click)="store.cancel(one.key)"
            >
              <mat-icon class="small" svgIcon="close" />
            </button>
          </li>
        }
      </ul>
    }
    <p class="visually-hidden" role="status">{{ said() }}</p>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 0;
      padding: 4px 10px 8px;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 260px;
      max-width: 100%;
      min-height: 48px;
      padding: 4px 2px 4px 8px;
      border: var(--edge);
      border-radius: 10px;
      background: var(--mat-sys-surface-container);
    }
    li.refused {
      width: 100%;
      border-color: var(--state-breached);
    }
    .grow {
      min-width: 0;
    }
    .name {
      font-size: var(--size-small);
      font-weight: 500;
    }
    img {
      border-radius: 6px;
      object-fit: cover;
    }
    progress {
      display: block;
      width: 100%;
      height: 6px;
      accent-color: var(--mat-sys-primary);
    }
    .bad {
      color: var(--state-breached);
    }
  `,
})
export class AttachBar {
  readonly conversationId = input.required<string>();
  protected readonly t = inject(Words).t;
  protected readonly store = inject(Uploads);
  protected readonly sizes = inject(FileWords);
  protected readonly problems = inject(ProblemWords);
  protected readonly uploads = computed(() => this.store.of(this.conversationId()));
  /** For those who do not see the bars. */
  protected readonly said = computed(() => {
    const all = this.uploads();
    const there = all.filter(({ state }) => state === 'there').length;
    return all.length === 0 ? '' : this.t('files.ready', { there, all: all.length });
  });

  /** What was refused for what it is will be refused again. */
  protected worthAnother({ state, trouble }: Upload): boolean {
    return state === 'refused' && trouble !== undefined && !trouble.code.match(/^(file|picture)-|^too-many-files$/);
  }
}
