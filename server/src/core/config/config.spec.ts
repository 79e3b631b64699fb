import { BadEnvironment, readConfig, warningsOf } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect([config.port, config.databaseUrl, config.demo]).toEqual([3000, undefined, undefined]);
    expect(config.dataDir.endsWith('/data')).toBeTrue();
  });

  it('names every bad variable at once, and no value', () => {
    const read = (): unknown =>
      readConfig({ PORT: 'threethousand', SMTP_URL: 'http://secret.example.com', DEMO: 'maybe' });
    expect(read).toThrowError(BadEnvironment);
    try {
      read();
    } catch (error) {
      const { message } = error as Error;
      for (const name of ['PORT', 'SMTP_URL', 'DEMO']) expect(message).toContain(name);
      for (const value of ['threethousand', 'secret', 'maybe']) expect(message).not.toContain(value);
    }
  });

  it('repeats no value of any variable, however bad', () => {
    const bad = {
      NODE_ENV: 'hunter2',
      HOST: 'hunter2',
      PORT: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db.example.com/x',
      PUBLIC_URL: 'http://hunter2.example.com',
      SHOP_ORIGINS: 'https://shop.example.com, http://hunter2.example.com, hunter2',
      MASTER_KEY: 'hunter2',
      SMTP_URL: 'https://user:hunter2@mail.example.com',
      MAIL_FROM: 'x',
      REDIS_URL: 'http://:hunter2@redis.example.com',
      DEMO: 'hunter2',
      ADMIN_EMAIL: 'hunter2',
      MESSAGE_RATE: 'hunter2',
      LOG_LEVEL: 'hunter2',
      TRUST_PROXY: 'hunter2',
    };
    try {
      readConfig(bad);
      fail('It was taken.');
    } catch (error) {
      const { message, faults } = error as BadEnvironment;
      for (const name of Object.keys(bad)) if (name !== 'HOST') expect(message).toContain(`${name}: `);
      expect(message).not.toContain('hunter2');
      expect(faults).toContain('SHOP_ORIGINS: number 2 is not an https origin (http only on loopback)');
    }
  });

  it('warns of a proxy that is not believed, where only a proxy can make https', () => {
    const warnings = (environment: Record<string, string>): number => warningsOf(readConfig(environment)).length;
    expect(warnings({})).toBe(0);
    expect(warnings({ PUBLIC_URL: 'http://localhost:3000' })).toBe(0);
    expect(warnings({ PUBLIC_URL: 'https://desk.example.com' })).toBe(1);
    expect(warnings({ PUBLIC_URL: 'https://desk.example.com', TRUST_PROXY: 'loopback' })).toBe(0);
  });

  it('believes proxies by address only', () => {
    const given = 'loopback, 10.0.0.0/8, fd00::/8, 192.0.2.7';
    expect(readConfig({ TRUST_PROXY: given }).trustProxy).toBe(given);
    for (const TRUST_PROXY of ['true', '1', '10.0.0.0/33', 'proxy.example.com', '10.0.0.1/8/8']) {
      expect(() => readConfig({ TRUST_PROXY })).toThrowError(BadEnvironment);
    }
  });

  it('takes an address without TLS on loopback only (policy R13)', () => {
    expect(readConfig({ PUBLIC_URL: 'http://localhost:4000/x' }).publicUrl).toBe('http://localhost:4000');
    expect(readConfig({ PUBLIC_URL: 'https://desk.example.com' }).publicUrl).toBe('https://desk.example.com');
    expect(() => readConfig({ PUBLIC_URL: 'http://desk.example.com' })).toThrowError(BadEnvironment);
  });

  it('reads the origins that may frame the widget', () => {
    expect(readConfig({ SHOP_ORIGINS: 'https://shop.example.com/cart, http://127.0.0.1:8080' }).shopOrigins).toEqual([
      'https://shop.example.com',
      'http://127.0.0.1:8080',
    ]);
    expect(() => readConfig({ SHOP_ORIGINS: 'http://shop.example.com' })).toThrowError(BadEnvironment);
  });
});
