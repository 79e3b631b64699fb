import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  afterRenderEffect,
  computed,
  effect,
  inject,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Entry, FactCode } from '@candour/shared/conversations.js';
import { Dates } from '../../core/dates';
import { ProblemWords } from '../../core/problems';
import { formatMoney, Money } from '@candour/shared/money.js';
import type { WordKey } from '../../core/words';
import { Words } from '../../core/words';
import { ConversationStore } from '../conversation.store';
import { Outgoing } from '../composer/outgoing';
import { Spotted, SpottedNote } from '../../requests/spotted-panel';
import { EntryFiles } from './entry-files';
import { MergedSection } from '../ticket/merged-section';
import { MessageText } from '../../ui/message-text';
import { DRAWN, DRAWN_FIRST, earlierThan, laterThan, windowOf } from './line-window';
import { FACTS_SHOWN, linesOf } from './time-line-rules';

/** Nearer to the end than this, in pixels, the line follows new entries. */
const AT_END = 48;
/** Nearer to what is not drawn than this, in pixels, it is drawn. */
const NEAR = 900;
/** A line so far away, in pixels, may leave. */
const FAR = 2_000;

const near = (one: Element, other: Element): boolean =>
  Math.abs(one.getBoundingClientRect().top - other.getBoundingClientRect().top) < FAR;

/** Facts that name a code: the catalogue's group for it, and the param that holds it. */
const filed: Partial<Record<FactCode, readonly [group: string, param: string]>> = {
  prioritised: ['priority', 'priority'],
  'topic-changed': ['topic', 'topic'],
  'reason-changed': ['topicReason', 'reason'],
  'request-opened': ['topicReason', 'type'],
};

@Component({
  selector: 'cd-time-line',
  imports: [EntryFiles, MatButton, MatIcon, MatIconButton, MergedSection, MessageText, SpottedNote],
  templateUrl: './time-line.html',
  styleUrl: './time-line.scss',
})
export class TimeLine {
  /** A person asks of an entry why it is here. */
  readonly why = output<number>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ConversationStore);
  protected readonly outgoing = inject(Outgoing);
  protected readonly spotted = inject(Spotted);
  protected readonly problems = inject(ProblemWords);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  /** The newest entry that is drawn; undefined follows the end. */
  private readonly windowEnd = signal<number | undefined>(undefined);
  private readonly most = signal(DRAWN);
  private readonly drawn = computed(() => windowOf(this.store.log().entries, this.windowEnd(), this.most()));
  protected readonly lines = computed(() => linesOf(this.drawn()));
  /** Later entries are known and not drawn. */
  protected readonly laterKnown = computed(
    () => (this.drawn().at(-1)?.seq ?? 0) < (this.store.log().entries.at(-1)?.seq ?? 0),
  );
  /** The line that must not move while others come and go around it, and where it stood. */
  private anchor: { readonly line: Element; readonly top: number } | undefined;
  protected readonly factsShown = FACTS_SHOWN;
  protected readonly skeletons = [56, 38, 64, 30];
  protected readonly follows = signal(true);
  /** How many messages came below while the person reads above. */
  protected readonly below = computed(() => {
    if (this.follows()) return 0;
    const seen = this.store.seen();
    return this.store.log().entries.filter((one) => one.seq > seen && one.kind === 'message').length;
  });
  /** The last of one's own messages carries the mark for all before it. */
  protected readonly lastOwn = computed(
    () => this.store.log().entries.findLast((one) => one.kind === 'message' && one.by.role === 'staff')?.seq,
  );

  private moving = false;
  private readonly injector = inject(Injector);
  private readonly gone = inject(DestroyRef);

  constructor() {
    // A new conversation begins at its end.
    effect(() => {
      this.spotted.conversationId.set(this.store.id());
      untracked(() => {
        this.windowEnd.set(undefined);
        this.follows.set(true);
      });
    });
    afterRenderEffect(() => {
      const { head } = this.store.log();
      this.store.pending();
      this.store.customerTypes();
      if (!untracked(this.follows)) return;
      this.toEnd();
      this.store.seen.set(head);
    });
    effect(() => {
      const { head } = this.store.log();
      if (this.follows() && head > 0 && document.visibilityState === 'visible') untracked(() => this.store.tellRead());
    });
  }

  protected scrolled(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller().nativeElement;
    const toGo = scrollHeight - scrollTop - clientHeight;
    const atEnd = toGo < AT_END && !this.laterKnown();
    if (atEnd) {
      this.windowEnd.set(undefined);
      this.store.seen.set(this.store.log().head);
    }
    this.follows.set(atEnd);
    if (this.moving) return;
    if (scrollTop < NEAR) this.move(earlierThan(this.store.log().entries, this.windowEnd()));
    else if (toGo < NEAR && this.laterKnown()) this.move(laterThan(this.store.log().entries, this.windowEnd()));
    if (scrollTop < NEAR && !this.moving && this.store.log().earlier) void this.earlier();
  }

  protected jump(): void {
    this.moving = true;
    this.most.set(DRAWN_FIRST);
    this.windowEnd.set(undefined);
    this.follows.set(true);
    this.store.seen.set(this.store.log().head);
    const atEnd = (then: () => void): void => {
      const step = (): void => {
        this.toEnd();
        then();
      };
      afterNextRender(step, { injector: this.injector });
    };
    // All lines are new: in two frames, neither of them long.
    atEnd(() =>
      requestAnimationFrame(() => {
        if (this.gone.destroyed) return;
        this.most.set(DRAWN);
        atEnd(() => (this.moving = false));
      }),
    );
  }

  /** Earlier messages go above without moving what is read. */
  protected async earlier(): Promise<void> {
    if (this.store.loadingEarlier()) return;
    const before = this.drawn().at(-1)?.seq;
    this.hold();
    await this.store.loadEarlier();
    // What was drawn stays drawn; one step further shows what came.
    this.move(earlierThan(this.store.log().entries, this.windowEnd() ?? before));
  }

  /** Other entries are drawn, and the line that is read stays where it is. */
  private move(end: number | undefined): void {
    if (end === this.windowEnd()) return;
    this.moving = true;
    this.hold();
    this.windowEnd.set(end);
    afterNextRender(
      () => {
        this.restore();
        this.moving = false;
      },
      { injector: this.injector },
    );
  }

  /** Remembers the first line that is in sight. */
  private hold(): void {
    const scroller = this.scroller().nativeElement;
    const { top } = scroller.getBoundingClientRect();
    const line = [...scroller.querySelectorAll('article[data-seq]')].find(
      (one) => one.getBoundingClientRect().bottom > top,
    );
    this.anchor = line && { line, top: line.getBoundingClientRect().top };
    // Whoever stood on a line that leaves stands on the whole, and is not thrown out of the page.
    const active = document.activeElement;
    if (active && active !== scroller && scroller.contains(active) && line && !near(active, line)) {
      scroller.focus({ preventScroll: true });
    }
  }

  private restore(): void {
    const { anchor } = this;
    if (!anchor?.line.isConnected) return;
    this.scroller().nativeElement.scrollTop += anchor.line.getBoundingClientRect().top - anchor.top;
  }

  protected side(entry: Entry): 'theirs' | 'ours' | 'note' {
    if (entry.kind === 'note') return 'note';
    return entry.by.role === 'customer' ? 'theirs' : 'ours';
  }

  protected fact(entry: Entry): string {
    if (entry.kind === 'mask') return this.t('conversation.masked');
    if (entry.kind === 'removal') return this.t('conversation.removedFact');
    const by = entry.by.name ?? this.t('conversation.system');
    // Nobody did it: it was over by rule.
    if (entry.fact?.params?.['days'] !== undefined) return this.t('fact.resolved-silent', entry.fact.params);
    if (entry.fact && entry.fact.code in filed) return this.filedFact(entry.fact, by);
    const why = entry.fact?.params?.['why'];
    if (why !== undefined) return this.t(`fact.released-${why}` as WordKey);
    if (entry.fact?.params?.['way'] === 'away') {
      return this.t(`fact.${entry.fact.code}-away` as WordKey, { by, ...entry.fact.params });
    }
    const until = entry.fact?.params?.['until'];
    if (typeof until === 'number') return this.t('fact.snoozed', { by, to: this.dates.exact(until) });
    const at = entry.fact?.params?.['at'];
    if (entry.fact && typeof at === 'number') {
      return this.t(`fact.${entry.fact.code}` as WordKey, { by, at: this.dates.moment(at) });
    }
    const sum = Money.safeParse({ amount: entry.fact?.params?.['amount'], currency: entry.fact?.params?.['currency'] });
    if (entry.fact && sum.success) {
      return this.t(`fact.${entry.fact.code}` as WordKey, { by, amount: formatMoney(sum.data, this.words.locale()) });
    }
    return entry.fact ? this.t(`fact.${entry.fact.code}` as WordKey, { by, ...entry.fact.params }) : '';
  }

  /** Its params are codes, which have words. */
  private filedFact({ code, params = {} }: NonNullable<Entry['fact']>, by: string): string {
    if (code === 'reason-changed' && params['reason'] === undefined) return this.t('fact.reason-gone', { by });
    const name = filed[code]!;
    const to = params[name[1]] === undefined ? '' : this.t(`${name[0]}.${params[name[1]]}` as WordKey);
    return this.t(`fact.${code}` as WordKey, { by, to });
  }

  protected readByCustomer(entry: Entry): boolean {
    return entry.seq <= (this.store.conversation()?.customerReadSeq ?? 0);
  }

  private toEnd(): void {
    const element = this.scroller().nativeElement;
    element.scrollTop = element.scrollHeight;
  }
}
