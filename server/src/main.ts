import { createApp } from './bootstrap.js';
import { BadEnvironment, readConfig, type Config } from './core/config/config.js';

/** Reads the configuration or says what is wrong with it, every fault at once. */
function configuration(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = configuration();
const app = await createApp(config);
await app.listen(config.port, config.host);
console.log(`Candour is served at ${config.publicUrl ?? (await app.getUrl())}`);
