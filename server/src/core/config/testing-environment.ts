/** Servers that `npm test` starts for the specs. */
export interface TestEnvironment {
  readonly postgresUrl: string | undefined;
  readonly redisUrl: string | undefined;
}

export const testEnvironment = (): TestEnvironment => ({
  postgresUrl: process.env['TEST_POSTGRES_URL'],
  redisUrl: process.env['TEST_REDIS_URL'],
});
