import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Clock } from './core/clock.js';
import type { Config } from './core/config/config.js';
import { limitBodies } from './core/http/body-deadline.js';
import { serveApiDocument } from './core/http/api-document.js';
import { handshakeRefusal } from './core/http/border.rules.js';
import { noStore, requireTls, secureHeaders } from './core/http/headers.js';
import { GreetingsService } from './greetings/greetings.service.js';
import { LiveAdapter } from './live/live-adapter.js';
import { pages } from './web/pages.js';
import { widgetFiles } from './web/widget-files.js';

/** Largest JSON body, in bytes: a message of 10,000 characters fits, escaped in full. */
const BODY_MAX = 128 * 1024;
/** Largest order that a shop tells of, in bytes: as large as one of a file may be. */
const SHOP_BODY_MAX = 1024 * 1024;

/** The whole server, ready to listen. */
export async function createApp(config: Config, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, clock), {
    // While it is put together only what goes wrong is worth a line.
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
    bodyParser: false,
    // Who signs what they send signs its bytes.
    rawBody: true,
  });
  app.use(requireTls(config));
  app.use(widgetFiles(config, undefined, () => app.get(GreetingsService, { strict: false }).forLoader()));
  app.use(secureHeaders(config));
  app.use(pages(config, { shop: () => config.demo === true }));
  app.use('/api', noStore);
  // Signed bytes, whatever their type: read before anybody asks whether they are JSON.
  app.useBodyParser('raw', {
    limit: SHOP_BODY_MAX,
    type: ({ url }) => url?.startsWith('/api/webhooks/shops/') === true,
  });
  app.useBodyParser('json', { limit: BODY_MAX });
  app.disable('x-powered-by');
  // Nobody keeps an answer of the API (`noStore`): a digest of each would be for nothing. Files have their own.
  app.set('etag', false);
  if (config.trustProxy !== undefined) app.set('trust proxy', config.trustProxy);
  serveApiDocument(app);
  const live = new LiveAdapter(app, ({ headers }) => handshakeRefusal(config, headers) === undefined);
  app.useWebSocketAdapter(await live.connect(config));
  app.enableShutdownHooks();
  await app.init();
  limitBodies(app.getHttpServer());
  app.useLogger(app.get(Logger));
  return app;
}
