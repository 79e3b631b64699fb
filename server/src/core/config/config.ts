import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';
import { shopsOf, shopVariables, type Shops } from './shops.js';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const publicUrl = z
  .url()
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)), {
    message: 'must be https, unless the host is loopback (policy R13)',
  })
  .transform((url) => url.origin);

const origins = z.string().transform((text, context) => {
  const list = text.split(/[\s,]+/).filter(Boolean);
  return list.map((entry, i) => {
    const url = URL.parse(entry);
    if (!url || (url.protocol !== 'https:' && !loopback.has(url.hostname))) {
      context.addIssue({ code: 'custom', message: `number ${i + 1} is not an https origin (http only on loopback)` });
      return entry;
    }
    return url.origin;
  });
});

const rangeNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** As Express takes them: `loopback, 10.0.0.0/8`. */
function areAddresses(text: string): boolean {
  return text.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    if (more.length > 0) return false;
    if (bits === undefined) return rangeNames.has(address) || isIP(address) > 0;
    return (
      /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= { 0: 0, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6]
    );
  });
}

/** The environment, whole. Nothing else in the server reads `process.env`. */
const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: publicUrl.optional(),
  SHOP_ORIGINS: origins.optional(),
  MASTER_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  MASTER_KEY_FILE: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Kwoking Customer Service <service@kwoking.example.com>'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DEMO: z.enum(['on', 'off']).optional(),
  /** Who the first administrator of an empty desk is. */
  ADMIN_EMAIL: z.email().max(254).toLowerCase().default('admin@kwoking.example.com'),
  /** Whether payments that no real provider knows are given back by the simulated one; on where there is no other. */
  SANDBOX: z.enum(['on', 'off']).optional(),
  /** A simulated provider that several nodes share; without it the desk starts its own. */
  SANDBOX_URL: z
    .url()
    .refine((url) => loopback.has(new URL(url).hostname) || url.startsWith('https:'), 'must be https or loopback')
    .optional(),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_').optional(),
  /** Only for trying: a server on loopback that speaks as Stripe does. */
  STRIPE_URL: z
    .url()
    .refine((url) => loopback.has(new URL(url).hostname), 'must be loopback')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  ...shopVariables,
  /** How long a payment provider may take to answer, in milliseconds. */
  PROVIDER_TIMEOUT: z.coerce.number().int().min(50).max(80_000).default(20_000),
  /** Only for measuring: for how long a refund can be taken back, in milliseconds. */
  REFUND_UNDO: z.coerce.number().int().min(0).max(3_600_000).default(600_000),
  /** Only for measuring: messages a customer or a member of staff may send in ten seconds; rates of an address follow. */
  MESSAGE_RATE: z.coerce.number().int().min(1).default(30),
  /** Only for measuring: readings a minute of one route, by a member of staff or from an address. */
  READING_RATE: z.coerce.number().int().min(1).default(600),
  /** Share of its time that a busy desk spends on the search index. */
  SEARCH_SHARE: z.coerce.number().min(0.01).max(0.5).default(0.05),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Addresses of proxies whose `x-forwarded-*` headers are believed; empty: none. */
  TRUST_PROXY: z
    .string()
    .refine(areAddresses, 'must be addresses, subnets or loopback, linklocal, uniquelocal')
    .optional(),
});

export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Absolute path of the folder that holds the databases, keys, files and checkpoints. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Origin under which people reach the desk; undefined until the port is known. */
  readonly publicUrl: string | undefined;
  /** Origins that may frame the widget; undefined: no shop is configured. */
  readonly shopOrigins: readonly string[] | undefined;
  readonly masterKey: string | undefined;
  readonly masterKeyFile: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly redisUrl: string | undefined;
  /** `undefined`: on at the first start of a desk without a configured shop. */
  readonly demo: boolean | undefined;
  /** E-mail of the first administrator, made where nobody works here yet. */
  readonly adminEmail: string;
  readonly sandbox: boolean;
  readonly sandboxUrl: string | undefined;
  /** Undefined: no payment is given back through Stripe. */
  readonly stripe:
    { readonly key: string; readonly webhookSecret: string | undefined; readonly url: string | undefined } | undefined;
  /** The shops that are connected, and how. */
  readonly shops: Shops;
  /** How long a payment provider may take to answer, in milliseconds. */
  readonly providerTimeout: number;
  /** For how long an approved refund can be taken back, in milliseconds. */
  readonly refundUndo: number;
  /** Messages a sender may post in ten seconds, over all their connections to a node. */
  readonly messageRate: number;
  /** Readings a minute of one route, by a member of staff or from an address. */
  readonly readingRate: number;
  /** Share of its time that a busy desk spends on the search index. */
  readonly searchShare: number;
  readonly logLevel: string;
  readonly trustProxy: string | undefined;
}

/** Nest's token of the configuration. */
export const CONFIG = Symbol('Config');

/** Says every bad variable at once, by name and rule, never by value. */
export class BadEnvironment extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** What is allowed but rarely meant, in words for the log of the start. */
export function warningsOf(config: Pick<Config, 'publicUrl' | 'trustProxy'>): string[] {
  const proxied = config.publicUrl?.startsWith('https:') === true;
  return proxied && config.trustProxy === undefined
    ? [
        'PUBLIC_URL is https and TRUST_PROXY is not set: requests that a proxy passes on all count as coming from it, ' +
          'and share its rate limits. Set TRUST_PROXY to its address.',
      ]
    : [];
}

/** @throws BadEnvironment that lists every bad variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new BadEnvironment(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL,
    shopOrigins: env.SHOP_ORIGINS,
    masterKey: env.MASTER_KEY,
    masterKeyFile: resolve(env.MASTER_KEY_FILE ?? `${dataDir}/master.key`),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    redisUrl: env.REDIS_URL,
    demo: env.DEMO === undefined ? undefined : env.DEMO === 'on',
    adminEmail: env.ADMIN_EMAIL,
    sandbox: env.SANDBOX === undefined ? env.STRIPE_SECRET_KEY === undefined : env.SANDBOX === 'on',
    sandboxUrl: env.SANDBOX_URL,
    stripe:
      env.STRIPE_SECRET_KEY === undefined
        ? undefined
        : { key: env.STRIPE_SECRET_KEY, webhookSecret: env.STRIPE_WEBHOOK_SECRET, url: env.STRIPE_URL },
    shops: shopsOf(env),
    providerTimeout: env.PROVIDER_TIMEOUT,
    refundUndo: env.REFUND_UNDO,
    messageRate: env.MESSAGE_RATE,
    readingRate: env.READING_RATE,
    searchShare: env.SEARCH_SHARE,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  };
}
