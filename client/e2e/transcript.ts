import type { FrameLocator, Page } from '@playwright/test';

/** One message as a person reads it, a masked span as the mask that stands in its place. */
export interface Said {
  readonly by: 'customer' | 'staff';
  readonly text: string;
}

interface Selectors {
  line: string;
  ours: string;
}

// Runs in the page: nothing from outside of it may be used.
function read(lines: Element[], ours: string): Said[] {
  return lines.map((line) => {
    const bubble = line.querySelector('.bubble')?.cloneNode(true) as Element;
    for (const masked of bubble.querySelectorAll('.masked')) {
      masked.replaceWith(masked.querySelector('span[aria-hidden]')?.textContent ?? '');
    }
    return { by: line.matches(ours) ? 'staff' : 'customer', text: (bubble.textContent ?? '').trim() };
  });
}

const ofConsole: Selectors = { line: 'cd-time-line article.line', ours: '.ours' };
const ofChat: Selectors = { line: '.log .row', ours: ':not(.mine)' };

/** The messages on the agent's screen, from top to bottom. */
export const consoleTranscript = (page: Page): Promise<Said[]> =>
  page.locator(ofConsole.line).evaluateAll(read, ofConsole.ours);

/** The messages on the customer's screen, from top to bottom. */
export const chatTranscript = (chat: FrameLocator): Promise<Said[]> =>
  chat.locator(ofChat.line).evaluateAll(read, ofChat.ours);
