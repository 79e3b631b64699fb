import type { Page } from '@playwright/test';

/** An event of Chromium's trace; `tdur` is how long its thread worked, in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const LAST = 'the-last-task';

/**
 * Watches the tasks of the page's main thread from now on, by what the thread worked: a task that stood still because
 * other programs had the processor is not a long one.
 */
export async function watchTasks(page: Page): Promise<{ longest: () => Promise<number[]> }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('A page without a browser.');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  return {
    /** How long each task worked, in milliseconds, the longest first. */
    longest: async () => {
      await page.evaluate((mark) => void performance.mark(mark), LAST);
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      if (!traceEvents.some(({ name }) => name === LAST)) throw new Error('The trace was full before its end.');
      const mains = new Set(
        traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
      );
      return traceEvents
        .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && mains.has(threadOf(event)))
        .map(({ tdur = 0 }) => tdur / 1_000)
        .sort((a, b) => b - a);
    },
  };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
