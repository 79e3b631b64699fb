import { join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from '../core/config/config.js';
import { overTls } from '../core/http/border.rules.js';
import { asksForFile, clientDist, send, StaticFolder, withWords } from './static-folder.js';

/** How long a shop's page may use the loader it has without asking, in seconds: an update arrives within this. */
const LOADER_AGE = 300;

/**
 * The chat runs its own script and style, talks to the desk and shows the pictures that it fetched there; the shops of
 * `SHOP_ORIGINS` may frame it.
 */
export function chatPolicy(shopOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...shopOrigins].join(' ')}`,
  ].join(';');
}

/** Stands in the loader where the rules of greeting are put; a page then makes no request for them. */
const GREETINGS = /(["'`])__GREETINGS__\1/;

/**
 * `/widget.js` and what the chat in its frame loads. Stands before the server's general headers, for a guest on
 * somebody's page brings only what it needs: its own policy, and as few bytes as it can.
 */
export function widgetFiles(
  config: Config,
  folder = new StaticFolder(join(clientDist, 'widget'), !config.production),
  greetings: () => Promise<string> = () => Promise.resolve(''),
): RequestHandler {
  const policy = chatPolicy(config.shopOrigins ?? []);
  return (request: Request, response: Response, next: NextFunction) => {
    const loader = request.path === '/widget.js';
    const name = loader ? 'widget.js' : /^\/widget\/(.+)$/.exec(request.path)?.[1];
    const file = asksForFile(request) && name !== undefined ? folder.get(name) : undefined;
    if (!file) return next();
    void file
      .then(async (found) => {
        if (loader) {
          // A desk that cannot say whom to greet greets nobody; the chat is there all the same.
          const rules = await greetings().catch(() => '');
          const greeting = await withWords(found, GREETINGS, rules);
          response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
          send(request, response, { ...greeting, cache: `public, max-age=${LOADER_AGE}` });
          return;
        }
        if (name === 'chat.html') {
          response.setHeader('Content-Security-Policy', policy);
          if (overTls(config)) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
        }
        send(request, response, found);
      })
      .catch(next);
  };
}
