import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Decision, Reason } from '@candour/shared/policy.js';
import { Words } from '../core/words';
import { When } from '../ui/when';
import { WhySentence } from './why-sentence';

/** "Why is this here?": the policy's answer in a sentence, with the rule, the clause, the law and whatever else keeps it. */
@Component({
  selector: 'cd-why-panel',
  imports: [MatIcon, When],
  templateUrl: './why-panel.html',
  styleUrl: './why-panel.scss',
})
export class WhyPanel {
  readonly decision = input.required<Decision>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly why = inject(WhySentence);
  /** Everything beside the reason that decides. */
  protected readonly others = computed(() => {
    const { reasons, winning } = this.decision();
    return reasons.filter((reason) => !same(reason, winning));
  });
}

function same(a: Reason, b: Reason): boolean {
  return a.rule === b.rule && a.kind === b.kind && a.until === b.until && a.law === b.law;
}
