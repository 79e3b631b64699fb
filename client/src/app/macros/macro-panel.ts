import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import type { Macro, MacroPreview } from '@candour/shared/macros.js';
import { newId } from '@candour/shared/ids.js';
import type { Topic } from '@candour/shared/words.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { GapPanel } from '../replies/gap-panel';
import { TroubleNote } from '../ui/trouble-note';
import { MacrosStore } from './macros.store';
import { StepList } from './step-list';

/** Runs a macro: chosen from a menu, shown step by step with its words, then done as one. */
@Component({
  selector: 'cd-macro-panel',
  imports: [
    GapPanel,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    StepList,
    TroubleNote,
  ],
  template: `
    <button
      mat-icon-button
      type="button"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="t('deed.macros')"
      [matTooltip]="t('deed.macros')"
      (menuOpened)="load()"
    >
      <mat-icon svgIcon="bolt" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before" yPosition="above">
      @for (macro of rows(); track macro.id) {
        <button mat-menu-item type="button" (click)="preview(macro)">{{ macro.name }}</button>
      } @empty {
        <button mat-menu-item type="button" disabled>{{ t('macro.none') }}</button>
      }
    </mat-menu>
    @if (shown(); as shown) {
      <form
        class="over"
        role="dialog"
        novalidate
        [attr.aria-label]="t('macro.preview', { name: shown.macro.name })"
        (submit)="$event.preventDefault(); run()"
        (keydown.escape)="shut()"
      >
        <p class="head">
          <mat-icon class="small" svgIcon="bolt" aria-hidden="true" />{{
            t('macro.preview', { name: shown.macro.name })
          }}
        </p>
        <cd-step-list [steps]="shown.preview.steps" [reply]="nameOf" />
        @for (reply of spoken(); track $index; let i = $index) {
          <cd-gap-panel [parts]="reply" (filled)="say(i, $event)" />
        }
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <div class="deeds">
          <button mat-flat-button type="submit" [disabled]="!ready() || busy()">{{ t('macro.run') }}</button>
          <button mat-button type="button" (click)="shut()">{{ t('do.cancel') }}</button>
        </div>
      </form>
    } @else if (trouble(); as trouble) {
      <cd-trouble class="over" [of]="trouble" />
    }
  `,
  styles: `
    .over {
      position: absolute;
      right: 16px;
      bottom: 64px;
      left: 16px;
      z-index: 2;
      display: flex;
      flex-direction: column;
      gap: 8px;
      max-height: 60vh;
      padding: 12px 16px;
      overflow: auto;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container);
      box-shadow: var(--mat-sys-level2);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 0;
      font-weight: 600;
    }
    .deeds {
      display: flex;
      gap: 8px;
    }
  `,
})
export class MacroPanel {
  readonly conversationId = input.required<string>();
  readonly topic = input.required<Topic>();
  /** The newest entry that the person has before their eyes. */
  readonly seen = input.required<number>();
  readonly ran = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(MacrosStore);
  protected readonly shown = signal<{ macro: Macro; preview: MacroPreview; clientId: string } | undefined>(undefined);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly busy = signal(false);
  private readonly texts = signal<readonly (string | undefined)[]>([]);
  /** Those of the topic first. */
  protected readonly rows = computed(() =>
    this.store.rows().toSorted((a, b) => Number(b.topic === this.topic()) - Number(a.topic === this.topic())),
  );
  protected readonly spoken = computed(
    () => this.shown()?.preview.steps.flatMap(({ parts }) => (parts ? [parts] : [])) ?? [],
  );
  protected readonly ready = computed(() => {
    const steps = this.shown()?.preview.steps ?? [];
    const said = this.spoken().every((_, i) => this.texts()[i]);
    return (
      said && steps.some(({ outcome }) => outcome === 'change') && steps.every(({ outcome }) => outcome !== 'refused')
    );
  });

  constructor() {
    effect(() => {
      this.conversationId();
      untracked(() => this.shut());
    });
  }

  protected readonly nameOf = (): string => this.t('macro.below');

  protected load(): Promise<void> {
    return this.trying(() => this.store.reload());
  }

  protected preview(macro: Macro): Promise<void> {
    return this.trying(async () => {
      const preview = await this.store.preview(macro.id, this.conversationId());
      this.texts.set(preview.steps.flatMap(({ parts }) => (parts ? [wholeOf(parts)] : [])));
      this.shown.set({ macro, preview, clientId: `macro-${newId()}` });
    });
  }

  protected say(i: number, text: string | undefined): void {
    this.texts.update((texts) => texts.map((one, at) => (at === i ? text : one)));
  }

  protected async run(): Promise<void> {
    const shown = this.shown();
    if (!shown || !this.ready()) return;
    this.busy.set(true);
    await this.trying(async () => {
      await this.store.run(shown.macro.id, {
        conversationId: this.conversationId(),
        changedAt: shown.preview.changedAt,
        seen: this.seen(),
        clientId: shown.clientId,
        replies: this.texts().map((text) => text ?? ''),
      });
      this.shut();
      this.ran.emit();
    });
    this.busy.set(false);
  }

  protected shut(): void {
    this.shown.set(undefined);
    this.trouble.set(undefined);
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.trouble.set(undefined);
    try {
      await work();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }
}

/** A reply without gaps as it is. */
const wholeOf = (parts: readonly ({ text: string } | { gap: string })[]): string | undefined =>
  parts.every((part) => 'text' in part) ? parts.map((part) => ('text' in part ? part.text : '')).join('') : undefined;
