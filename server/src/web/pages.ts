import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from '../core/config/config.js';
import { secureHeaders } from '../core/http/headers.js';
import { asksForFile, clientDist, send, StaticFolder } from './static-folder.js';

/** Stands in the console's page where each answer has a nonce of its own. */
const NONCE = 'CSP_NONCE';
/** Never a page: asks of programs. */
const PROGRAMS = /^\/(api|health|socket\.io|shop\/api|metrics)(\/|$)/;

export interface PagesOptions {
  /** Whether the demonstration shop is open. */
  readonly shop: () => boolean;
  /** Where the builds lie. */
  readonly dist?: string;
}

/** The console, the help centre and the demonstration shop: their files, and their pages under every address of theirs. */
export function pages(config: Config, { shop, dist = clientDist }: PagesOptions): RequestHandler {
  const console = new StaticFolder(join(dist, 'console', 'browser'), !config.production);
  const shopFiles = new StaticFolder(join(dist, 'shop'), !config.production);
  const newNonce = (): string => randomBytes(16).toString('base64url');

  return (request: Request, response: Response, next: NextFunction): void => {
    const { path } = request;
    if (!asksForFile(request) || PROGRAMS.test(path)) return next();
    if (path === '/shop' || path.startsWith('/shop/')) {
      const name = path === '/shop' || path === '/shop/' ? 'index.html' : path.slice('/shop/'.length);
      const file = shop() ? shopFiles.get(name) : undefined;
      if (!file) return next();
      // The shop has no inline style, as a careful shop would; it frames the chat.
      const headers = secureHeaders(config, { framesOwn: true, styleNonce: newNonce() });
      return void headers(request, response, () => void file.then((found) => send(request, response, found), next));
    }
    const file = path === '/index.html' ? undefined : console.get(path.slice(1));
    if (file) return void file.then((found) => send(request, response, found), next);
    const page = request.accepts('html') && !/\.[a-z0-9]+$/i.test(path) ? console.get('index.html') : undefined;
    if (!page) return next();
    const nonce = newNonce();
    // The help centre shows the chat, which is a frame of the desk itself.
    const framesOwn = path === '/help' || path.startsWith('/help/');
    secureHeaders(config, { styleNonce: nonce, framesOwn })(request, response, () => {
      page.then((found) => {
        response.setHeader('Content-Type', found.type);
        response.setHeader('Cache-Control', 'no-store');
        response.end(request.method === 'HEAD' ? undefined : found.body.toString('utf8').replaceAll(NONCE, nonce));
      }, next);
    });
  };
}
