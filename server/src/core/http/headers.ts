import { Refused } from '@candour/shared/errors.js';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { problemOf } from '../errors/problem.js';
import { overTls, transportAllowed, type BorderConfig } from './border.rules.js';

const YEAR_SECONDS = 31_536_000;

/** What one surface (the console, the widget's frame, the loader) needs beyond the strict default. */
export interface Surface {
  /** Origins whose pages may frame it, beside the desk's own; absent: nobody may frame it, the desk included. */
  readonly frameAncestors?: readonly string[];
  /** Of this one answer's `<style>` elements; absent: inline styles are allowed, for Angular writes them. */
  readonly styleNonce?: string;
  /** Pages of other origins may load it as a script. */
  readonly embeddable?: boolean;
  /** The page frames pages of the desk itself. */
  readonly framesOwn?: boolean;
}

/** Directives of the content security policy: nothing from elsewhere, no inline script, no frame unless said. */
export function contentPolicy(config: BorderConfig, surface: Surface = {}): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", surface.styleNonce ? `'nonce-${surface.styleNonce}'` : "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-src': [surface.framesOwn ? "'self'" : "'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': surface.frameAncestors ? ["'self'", ...surface.frameAncestors] : ["'none'"],
    ...(overTls(config) ? { 'upgrade-insecure-requests': [] } : {}),
  };
}

/** The security headers of a surface. Called again further in, it replaces the default of the whole server. */
export function secureHeaders(config: BorderConfig, surface: Surface = {}): RequestHandler {
  const framed = surface.frameAncestors !== undefined;
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(config, surface) },
    strictTransportSecurity: overTls(config) ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: surface.embeddable ? 'cross-origin' : 'same-origin' },
    xFrameOptions: framed ? false : { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  }) as RequestHandler;
  return (request, response, next) => {
    if (framed) response.removeHeader('X-Frame-Options');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    void set(request, response, next);
  };
}

/** Answers of the API stay in no cache, on no disk. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/**
 * Policy R13: refuses what comes in clear. A page is sent on to the https address, for a redirect tells nothing;
 * probes of the machine itself ask `/health` in clear.
 */
export function requireTls(config: BorderConfig): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (transportAllowed(config, request.headers) || request.path.startsWith('/health/')) next();
    else if (overTls(config) && request.method === 'GET' && !/^\/(api|socket\.io)(\/|$)/.test(request.path)) {
      response.redirect(308, `${config.publicUrl}${request.originalUrl.startsWith('/') ? request.originalUrl : '/'}`);
    } else {
      response
        .status(403)
        .type('application/problem+json')
        .send(JSON.stringify(problemOf(new Refused('tls-required'))));
    }
  };
}
