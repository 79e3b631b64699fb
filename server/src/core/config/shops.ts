import * as z from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address of a shop, without a slash at its end. A server on loopback that speaks as one is for trying. */
const shopUrl = z
  .url()
  .refine((text) => {
    const url = URL.parse(text);
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  }, 'must be https, unless the host is loopback (policy R13)')
  .transform((text) => text.replace(/\/+$/, ''));

const secret = z.string().min(8).max(300);

/** What of the environment speaks of connected shops. */
export const shopVariables = {
  /** Such as `https://kwoking.myshopify.com`. */
  SHOPIFY_URL: shopUrl.optional(),
  /** Of an app that may read and write orders. */
  SHOPIFY_TOKEN: secret.optional(),
  SHOPIFY_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d\d$/)
    .default('2026-04'),
  SHOPIFY_WEBHOOK_SECRET: secret.optional(),
  /** Where WordPress answers, with its path where it has one. */
  WOO_URL: shopUrl.optional(),
  WOO_KEY: secret.optional(),
  WOO_SECRET: secret.optional(),
  WOO_WEBHOOK_SECRET: secret.optional(),
  /** Between two looks for orders that no webhook told of, in milliseconds. */
  WOO_POLL: z.coerce.number().int().min(1000).max(86_400_000).default(300_000),
  /** How long a shop may take to answer, in milliseconds. */
  SHOP_TIMEOUT: z.coerce.number().int().min(50).max(80_000).default(20_000),
};

type Variables = z.infer<z.ZodObject<typeof shopVariables>>;

export interface ShopifyApi {
  readonly url: string;
  readonly token: string;
  readonly version: string;
}

export interface WooApi {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** What is undefined is not connected that way. */
export interface Shops {
  readonly shopify: { readonly api: ShopifyApi | undefined; readonly webhookSecret: string | undefined };
  readonly woocommerce: {
    readonly api: WooApi | undefined;
    readonly webhookSecret: string | undefined;
    /** Milliseconds between two looks. */
    readonly pace: number;
  };
  /** Milliseconds. */
  readonly timeout: number;
}

export function shopsOf(env: Variables): Shops {
  const { SHOPIFY_URL, SHOPIFY_TOKEN, WOO_URL, WOO_KEY, WOO_SECRET } = env;
  return {
    shopify: {
      api:
        SHOPIFY_URL !== undefined && SHOPIFY_TOKEN !== undefined
          ? { url: SHOPIFY_URL, token: SHOPIFY_TOKEN, version: env.SHOPIFY_API_VERSION }
          : undefined,
      webhookSecret: env.SHOPIFY_WEBHOOK_SECRET,
    },
    woocommerce: {
      api:
        WOO_URL !== undefined && WOO_KEY !== undefined && WOO_SECRET !== undefined
          ? { url: WOO_URL, key: WOO_KEY, secret: WOO_SECRET }
          : undefined,
      webhookSecret: env.WOO_WEBHOOK_SECRET,
      pace: env.WOO_POLL,
    },
    timeout: env.SHOP_TIMEOUT,
  };
}
