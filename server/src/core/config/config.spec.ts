import { BadEnvironment, readConfig } from './config.js';

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
