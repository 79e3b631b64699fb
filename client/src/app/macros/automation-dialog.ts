import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Conditions, Trigger, TriggerOn } from '@candour/shared/automations.js';
import { Automation, SetAutomation } from '@candour/shared/automations.js';
import { conversationStatuses, type ConversationStatus } from '@candour/shared/conversations.js';
import type { TicketAction } from '@candour/shared/macros.js';
import { priorities, reasons, Tag } from '@candour/shared/tickets.js';
import { channels, languages, topics } from '@candour/shared/words.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import { ActionList } from './action-list';

const triggers: readonly TriggerOn[] = ['started', 'customer-message', 'status', 'sla-warning', 'waiting', 'silent'];

/** Writes an automation: when, and, then. Saved, it is switched off until it was tried. */
@Component({
  selector: 'cd-automation-dialog',
  imports: [DialogForm, ActionList, MatFormField, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  templateUrl: './automation-dialog.html',
})
export class AutomationDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<AutomationDialog, boolean>>(MatDialogRef);
  protected readonly automation = inject<Automation | undefined>(MAT_DIALOG_DATA);
  protected readonly triggers = triggers;
  protected readonly statuses = conversationStatuses;
  protected readonly topics = topics;
  protected readonly reasons = Object.values(reasons).flat();
  protected readonly languages = languages;
  protected readonly priorities = priorities;
  protected readonly channels = channels;
  private readonly given = this.automation?.trigger;
  protected readonly name = signal(this.automation?.name ?? '');
  protected readonly on = signal<TriggerOn>(this.given?.on ?? 'started');
  protected readonly to = signal<ConversationStatus | null>(this.given?.on === 'status' ? this.given.to : null);
  protected readonly minutes = signal(this.given && 'minutes' in this.given ? this.given.minutes : 30);
  protected readonly conditions = signal<Conditions>(this.automation?.conditions ?? {});
  protected readonly actions = signal<readonly TicketAction[]>(this.automation?.actions ?? []);
  protected readonly sending = new Sending();
  protected readonly lasts = computed(() => this.on() === 'waiting' || this.on() === 'silent');
  private readonly trigger = computed((): Trigger => {
    const on = this.on();
    if (on === 'status') return { on, to: this.to() };
    if (on === 'waiting' || on === 'silent') return { on, minutes: this.minutes() };
    return { on };
  });
  protected readonly ask = computed(() =>
    SetAutomation.safeParse({
      name: this.name(),
      trigger: this.trigger(),
      conditions: this.conditions(),
      actions: this.actions(),
    }),
  );

  /** An empty condition is none. */
  protected only<Name extends keyof Conditions>(name: Name, value: Conditions[Name] | null | readonly never[]): void {
    this.conditions.update(({ [name]: _, ...others }) => {
      const none = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
      return none ? others : { ...others, [name]: value };
    });
  }

  protected tagsOf(text: string): string[] {
    return text.split(',').flatMap((one) => {
      const tag = Tag.safeParse(one);
      return tag.success ? [tag.data] : [];
    });
  }

  protected save(): Promise<void> {
    return this.sending.send(this.ask().data, async (ask) => {
      const [method, path] = this.automation
        ? (['PUT', `/api/automations/${this.automation.id}`] as const)
        : (['POST', '/api/automations'] as const);
      await this.api.send(method, path, Automation, ask);
      this.ref.close(true);
    });
  }
}
